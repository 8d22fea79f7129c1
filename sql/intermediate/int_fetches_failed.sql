-- One row per spell of failed fetches of a page with one code: from the first of them until the next
-- fetch that ended otherwise.
-- code: a short stable word for what went wrong
-- detail: what went wrong, in words
-- first_seen_at: when the spell began
-- resolved_at: when a fetch ended otherwise; empty while none did
-- Rebuilt by: page_url
with attempts as (
    select
        page_url,
        purpose,
        fetched_at,
        error_detail,
        case when outcome not in ('new', 'unchanged') then coalesce(error_code, outcome) end as code
    from staging.stg_fetches
),

bordered as (
    select
        *,
        coalesce(code, '') <> coalesce(lag(code) over pages, '') as begins_spell
    from attempts
    window pages as (partition by page_url, purpose order by fetched_at)
),

numbered as (
    select
        *,
        count(*) filter (begins_spell) over (
            partition by page_url, purpose order by fetched_at rows unbounded preceding
        ) as spell
    from bordered
),

spells as (
    select
        page_url,
        purpose,
        code,
        arg_max(error_detail, fetched_at) as detail,
        min(fetched_at) as first_seen_at,
        lead(min(fetched_at)) over (
            partition by page_url, purpose order by min(fetched_at)
        ) as resolved_at
    from numbered
    group by page_url, purpose, code, spell
)

select page_url, code, coalesce(detail, 'The page was not fetched.') as detail, first_seen_at, resolved_at
from spells
where code is not null
