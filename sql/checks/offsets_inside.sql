-- A quote's spans hold just its words, and its offsets enclose them.
-- Asked by: page_url
select quote_id, page_url, char_start, char_end
from quotes
where
    char_start < 0
    or char_start <> spans[1].char_start
    or char_end <> spans[-1].char_end
    or length(text) <> len(spans) - 1
        + list_sum(list_transform(spans, lambda span: span.char_end - span.char_start))
