-- One row per record of the archive.
select
    warc_file,
    warc_offset,
    warc_length,
    record_sha256,
    record_type,
    page_url,
    body_sha256,
    content_type,
    archived_at
from raw.archive_records
