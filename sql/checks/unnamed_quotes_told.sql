-- A quote without a speaker's name has an issue that says so.
-- Asked by: page_url
select quotes.quote_id, quotes.page_url
from quotes
left join issues
    on issues.page_url = quotes.page_url
    and issues.revision_sha256 = quotes.revision_sha256
    and issues.code = 'unnamed_speaker'
where quotes.speaker_name is null and issues.page_url is null
