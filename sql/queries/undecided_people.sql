-- Of which people and organizations is it open whether they are one?
select entity, name, other_name, reason
from identity_doubts
order by entity, name, other_name
