-- A quote's offsets enclose just its words.
select quote_id, page_url, char_start, char_end
from quotes
where char_start < 0 or char_end - char_start <> length(text)
