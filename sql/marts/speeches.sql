-- One row per statement that fills a current page, without quotation marks.
-- speech_id: names the statement, by its page and words
-- session_id: names the session; see `sessions`
-- Rebuilt by: page_url
select
    left(sha256('speech' || chr(31) || speeches.page_url || chr(31) || speeches.text), 16)
        as speech_id,
    linked.session_id,
    speeches.text,
    speeches.speaker_name,
    speeches.position,
    speeches.roles,
    current.title,
    current.source,
    speeches.page_url,
    current.language,
    current.published_on,
    speeches.revision_sha256,
    speeches.char_start,
    speeches.char_end
from staging.stg_speeches as speeches
inner join intermediate.int_revisions_current as current
    on current.page_url = speeches.page_url
    and current.revision_sha256 = speeches.revision_sha256
inner join intermediate.int_sessions_linked as linked on linked.page_url = speeches.page_url
order by speeches.page_url, speeches.speech_number
