-- A quote_id names one quote.
-- Asked by: quote_id
select quote_id, count(*) as occurrences from quotes group by quote_id having count(*) > 1
