-- A quote_id names one quote.
select quote_id, count(*) as occurrences from quotes group by quote_id having count(*) > 1
