-- One row per printed name (of a person with each organization): when it was first seen anywhere. By
-- this model an update knows which names are to be looked at anew.
-- Rebuilt by: name
select kind, name, organization, min(seen_at) as seen_at
from intermediate.int_names_printed
group by kind, name, organization
