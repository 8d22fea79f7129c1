"""Lets a Rostrum that is started with this folder on its path know the sources of the tests too."""

from tests.crash import own_sources

import rostrum.sources

rostrum.sources.__path__.extend(own_sources.__path__)
