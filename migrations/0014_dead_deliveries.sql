-- An index on every state is written at each step of a message, and had each batch read all that wait. Those that
-- somebody must look at keep one, which a message that arrives never enters.
drop index delivery_state_idx;
create index delivery_dead_idx on delivery (state) where state in ('unknown', 'abandoned', 'refused');
