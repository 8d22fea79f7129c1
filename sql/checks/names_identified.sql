-- Everybody who is printed on a current page is somebody, and every organization is one.
-- Asked by: page_url
select page_url, speaker_name as name from intermediate.int_people_printed where person_id is null
union all
select page_url, name from intermediate.int_organizations_named where organization_id is null
