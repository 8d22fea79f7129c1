-- One row per stretch of the archive that is not what was written.
select warc_file, warc_offset, warc_length, page_url, body_sha256, detail, found_at
from raw.damages
