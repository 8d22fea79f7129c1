-- One row per page that is gone.
-- Rebuilt by: page_url
select page_url from intermediate.int_pages_fetched where is_gone
