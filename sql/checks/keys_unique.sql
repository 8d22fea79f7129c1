-- Every mart's key is unique.
select 'speakers' as mart, person_id as key from speakers group by all having count(*) > 1
union all
select 'organizations', organization_id from organizations group by all having count(*) > 1
union all
select 'sessions', session_id from sessions group by all having count(*) > 1
union all
select 'events', event_id from events group by all having count(*) > 1
union all
select 'pages', page_url from pages group by all having count(*) > 1
union all
select 'revisions', page_url || ' ' || revision_sha256 from raw.revisions
group by page_url, revision_sha256 having count(*) > 1
