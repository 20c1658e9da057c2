/**
 * The database's layout, one step per version: `user_version` says how many were applied.
 * A released step never changes; a new layout is a new step at the end.
 */
export const migrations: readonly string[] = [
  `
  create table threads (
    owner text not null,
    id text not null,
    title text not null,
    found_tools text not null default '[]',
    created_at integer not null,
    updated_at integer not null,
    primary key (owner, id)
  ) strict;
  create index threads_recent on threads (owner, updated_at desc);

  create table messages (
    owner text not null,
    id text not null,
    thread_id text not null,
    position integer not null,
    role text not null,
    parts text not null,
    status text not null,
    created_at integer not null,
    primary key (owner, id),
    unique (owner, thread_id, position),
    foreign key (owner, thread_id) references threads (owner, id) on delete cascade
  ) strict;
  create index messages_streaming on messages (status) where status = 'streaming';

  create table tool_calls (
    seq integer primary key autoincrement,
    owner text not null,
    id text not null,
    thread_id text not null,
    thread_title text not null,
    message_id text not null,
    model_tool text not null,
    connection text not null,
    provider_name text not null,
    account_id text not null,
    tool text not null,
    title text not null,
    risk text not null,
    args text not null,
    args_hash text not null,
    args_schema text not null,
    person text not null,
    account text not null,
    state text not null,
    decision text not null,
    resumes integer not null default 0,
    approved_at integer,
    result text,
    failure text,
    execution_id text,
    read_back text,
    answered_after integer,
    started_at integer not null,
    ended_at integer,
    unique (owner, id)
  ) strict;
  create index tool_calls_message on tool_calls (owner, thread_id, message_id);
  create index tool_calls_activity on tool_calls (owner, seq desc);
  create index tool_calls_open on tool_calls (owner, thread_id) where state in ('running', 'pending', 'claimed', 'sent') or resumes = 1;
  create index tool_calls_under_way on tool_calls (state) where state in ('running', 'claimed', 'sent');

  create table drafts (
    owner text not null,
    thread_id text not null,
    text text not null,
    primary key (owner, thread_id)
  ) strict;
  `,
  `
  create table activity_log (
    owner text not null,
    number integer not null,
    entry text not null,
    previous text not null,
    hash text not null,
    call_id text generated always as (json_extract(entry, '$.callId')) virtual,
    primary key (owner, number)
  ) strict;
  create index activity_log_calls on activity_log (owner, call_id, number);
  create trigger activity_log_stays before update on activity_log
    begin select raise(abort, 'activity_log only grows'); end;
  create trigger activity_log_keeps before delete on activity_log
    begin select raise(abort, 'activity_log only grows'); end;
  create trigger activity_log_grows before insert on activity_log
    when new.number <> 1 + coalesce((select max(number) from activity_log where owner = new.owner), 0)
    begin select raise(abort, 'activity_log only grows'); end;
  `,
  `
  alter table tool_calls add column pinned text;
  alter table tool_calls add column changes text;
  alter table tool_calls add column snapshot text;
  alter table tool_calls add column undo text;
  alter table tool_calls add column undoes text;
  alter table tool_calls add column third_party text;
  alter table tool_calls add column grant_id text;
  alter table tool_calls add column tool_hash text;

  alter table activity_log add column serves text generated always as (json_extract(entry, '$.serves')) virtual;
  create index activity_log_serves on activity_log (owner, serves, number) where serves is not null;

  create table thread_accounts (
    owner text not null,
    thread_id text not null,
    connection text not null,
    account_id text not null,
    account text not null,
    pinned_at integer not null,
    primary key (owner, thread_id, connection),
    foreign key (owner, thread_id) references threads (owner, id) on delete cascade
  ) strict;

  create table grants (
    owner text not null,
    id text not null,
    tool text not null,
    title text not null,
    tool_hash text not null,
    connection text not null,
    provider_name text not null,
    account_id text not null,
    account text not null,
    target text not null,
    duration text not null,
    thread_id text not null,
    created_at integer not null,
    expires_at integer not null,
    uses integer not null default 0,
    last_used_at integer,
    ended_at integer,
    ended_because text,
    primary key (owner, id)
  ) strict;
  create index grants_alive on grants (owner, tool) where ended_at is null;
  `,
  `
  create table saved_prompts (
    owner text not null,
    id text not null,
    name text not null,
    text text not null,
    connection text,
    primary key (owner, id)
  ) strict;
  `,
  `
  alter table messages add column parent_id text not null default '';
  alter table messages add column chosen integer not null default 1;
  alter table messages add column active integer not null default 1;
  update messages set parent_id = coalesce((
    select above.id from messages above
    where above.owner = messages.owner and above.thread_id = messages.thread_id and above.position < messages.position
    order by above.position desc limit 1), '');
  create index messages_path on messages (owner, thread_id, position) where active = 1;
  create index messages_siblings on messages (owner, thread_id, parent_id);

  create table edits (
    owner text not null,
    message_id text not null,
    text text not null,
    primary key (owner, message_id),
    foreign key (owner, message_id) references messages (owner, id) on delete cascade
  ) strict;
  `,
  `
  create table queued_messages (
    number integer primary key autoincrement,
    owner text not null,
    id text not null,
    thread_id text not null,
    text text not null,
    chosen text,
    created_at integer not null,
    unique (owner, id),
    foreign key (owner, thread_id) references threads (owner, id) on delete cascade
  ) strict;
  create index queued_messages_thread on queued_messages (owner, thread_id, number);
  `,
  `
  create table questions (
    number integer primary key autoincrement,
    owner text not null,
    thread_id text not null,
    text text not null,
    unique (owner, text),
    foreign key (owner, thread_id) references threads (owner, id) on delete cascade
  ) strict;
  create index questions_recent on questions (owner, number desc);
  create index questions_thread on questions (owner, thread_id);
  `,
  `
  alter table threads add column titled_by text not null default 'words';
  alter table threads add column pinned_at integer;
  alter table threads add column archived_at integer;
  alter table threads add column deleted_at integer;
  create index threads_deleted on threads (deleted_at) where deleted_at is not null;

  create table search_texts (
    id integer primary key,
    owner text not null,
    thread_id text not null,
    message_id text not null,
    body text not null,
    unique (owner, thread_id, message_id)
  ) strict;
  create virtual table search_messages using fts5 (
    body, content = 'search_texts', content_rowid = 'id', prefix = '2', tokenize = 'unicode61 remove_diacritics 2'
  );
  create virtual table search_titles using fts5 (
    body, content = 'search_texts', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
  );

  create trigger search_texts_added after insert on search_texts begin
    insert into search_messages (rowid, body) select new.id, new.body where new.message_id <> '';
    insert into search_titles (rowid, body) select new.id, new.body where new.message_id = '';
  end;
  create trigger search_texts_gone after delete on search_texts begin
    insert into search_messages (search_messages, rowid, body)
      select 'delete', old.id, old.body where old.message_id <> '';
    insert into search_titles (search_titles, rowid, body)
      select 'delete', old.id, old.body where old.message_id = '';
  end;

  create view message_texts as
    select m.owner, m.thread_id, m.id as message_id, m.created_at, m.position, (
      select group_concat(part.value ->> '$.text', char(10)) from json_each(m.parts) part
      where part.value ->> '$.kind' = 'text'
    ) as body
    from messages m where m.status <> 'streaming';

  create trigger messages_searched after insert on messages when new.status <> 'streaming' begin
    insert into search_texts (owner, thread_id, message_id, body)
      select owner, thread_id, message_id, body from message_texts
      where owner = new.owner and message_id = new.id and body <> '';
  end;
  create trigger messages_searched_again after update of parts, status on messages begin
    delete from search_texts where owner = new.owner and thread_id = new.thread_id and message_id = new.id;
    insert into search_texts (owner, thread_id, message_id, body)
      select owner, thread_id, message_id, body from message_texts
      where owner = new.owner and message_id = new.id and body <> '';
  end;
  create trigger messages_forgotten after delete on messages begin
    delete from search_texts where owner = old.owner and thread_id = old.thread_id and message_id = old.id;
  end;
  create trigger threads_searched after insert on threads begin
    insert into search_texts (owner, thread_id, message_id, body) values (new.owner, new.id, '', new.title);
  end;
  create trigger threads_searched_again after update of title on threads begin
    delete from search_texts where owner = new.owner and thread_id = new.id and message_id = '';
    insert into search_texts (owner, thread_id, message_id, body) values (new.owner, new.id, '', new.title);
  end;
  create trigger threads_forgotten after delete on threads begin
    delete from search_texts where owner = old.owner and thread_id = old.id;
  end;

  insert into search_texts (owner, thread_id, message_id, body)
    select owner, id, '', title from threads;
  insert into search_texts (owner, thread_id, message_id, body)
    select owner, thread_id, message_id, body from message_texts where body <> '' order by created_at, position;
  `,
  `
  create table erasing (owner text primary key) strict;
  drop trigger activity_log_keeps;
  create trigger activity_log_keeps before delete on activity_log
    when not exists (select 1 from erasing where owner = old.owner)
    begin select raise(abort, 'activity_log only grows'); end;
  `,
  `
  create table files (
    number integer primary key autoincrement,
    owner text not null,
    id text not null,
    thread_id text,
    draft integer not null default 1,
    name text not null,
    media_type text not null,
    size integer not null,
    text text not null,
    created_at integer not null,
    unique (owner, id),
    foreign key (owner, thread_id) references threads (owner, id) on delete cascade
  ) strict;
  create index files_of_drafts on files (owner, thread_id, number) where draft = 1;
  create index files_of_threads on files (owner, thread_id);
  alter table queued_messages add column files text not null default '[]';
  `,
  `
  alter table threads add column imported_at integer;
  alter table messages add column imported integer not null default 0;
  create index messages_imported on messages (owner, thread_id, position) where imported = 1;
  `,
]
