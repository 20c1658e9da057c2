import { stemmer } from 'stemmer'

// What people say, and the words that providers name tools with. General English, no provider's own terms.

/** A way of saying something and the words of tools that mean it. A group in the pattern is said besides, and stays. */
export type Saying = { readonly said: RegExp; readonly meant: string }

const saying = (said: string, meant: string): Saying => ({ said: new RegExp(`\\b(?:${said})\\b`, 'iu'), meant })

/** Said in several words, or meaning more than one thing by itself. The first that fits takes its words away. */
export const sayings: readonly Saying[] = [
  saying(
    'who (?:am|are) (?:i|we)|which \\w+ \\w+ am i|logged in as|signed in as|my own? ?(?:profile|account|user)',
    'me identify authenticated current profile',
  ),
  saying('(?:get|getting) rid of|throw (?:away|out)|for good|for ever', 'delete remove'),
  saying('(?:take|pull|kick|strip)\\b(.*?)\\b(?:off|out|away|down)', 'remove detach delete unassign'),
  saying('(?:take|taking)\\b(.*?)\\bback', 'undo remove un unlike'),
  saying('(?:bring|get|give)\\b(.*?)\\bback', 'restore activate unarchive reactivate'),
  saying('set up|start an?|starting an?|open an?|open (?:\\d+|new|up)|spin up', 'create'),
  saying('(?:turn|convert|make)\\b(.*?)\\b(?:into|out of)', 'convert'),
  saying('(?:give|grant|let)\\b(.*?)\\b(?:access to|access|into|in on)', 'add user invite grant access'),
  saying('(?:bring|let|get|put)\\b(.*?)\\b(?:into|in|onto|on)', 'add attach create move'),
  saying('call\\b(.*?)\\binstead|another name|a new name|new title', 'update name title rename change'),
  saying('thumbs? up|a heart', 'like reaction'),
  saying('(?:look|looking) (?:up|for)', 'search find list'),
  saying('open (?:the|this|that|my|our)', 'get retrieve'),
  saying('works? (?:at|for|in)|employees?|staff', 'list user contact member'),
  saying('at once|in one go|together|in bulk|several|multiple', 'multiple values bulk batch'),
  saying("what(?:'s|’s| is| are) (?:on|in)", 'list item content'),
  saying(
    '(?:has|have|had) been (?:said|written)|did (?:\\w+ )?(?:say|write|comment)|people (?:say|said|write|wrote)',
    'get retrieve list update comment',
  ),
  saying('what changed|who changed|who did|what did|what happened|history|audit', 'activity log list'),
  saying('opening hours|business hours|working hours|when (?:is|are)', 'hours schedule list'),
  saying('saved repl(?:y|ies)|canned (?:responses?|repl(?:y|ies))|snippets?', 'macro list'),
  saying('out of (?:the )?office|on holiday|on vacation|i.m back|be right back', 'away status active'),
  saying('sub ?tasks?|sub ?items?|child items?', 'subitem subtask'),
  saying('knowledge base|help pages?|help desk article', 'help center article'),
  saying('by default', 'default permission'),
  saying('sign(?:ed)? off', 'approve'),
  saying('everything|anywhere|everywhere|full.?text', 'search'),
  saying('not? (?:be )?notified|stop (?:sending|notifying|getting)', 'unsubscribe remove subscriber notification'),
  saying('(?:be|get|keep)\\b(.*?)\\b(?:notified|posted|informed)', 'subscribe subscriber notification add'),
]

const lines = `
create: add new start open register set insert
add: create attach append invite assign subscribe grant
make: create add set update
new: create
write: create add set
put: create add attach set
leave: create add
start: create
record: create submit event log
log: create submit
publish: create post
post: create update message
build: create
draft: create
schedule: create
register: create
delete: remove clear purge
remove: delete detach clear archive unassign
erase: delete redact clear
wipe: clear delete remove
clear: delete remove
drop: delete remove
discard: delete
scrap: delete
cancel: delete
kill: delete
hide: archive redact
redact: remove delete
censor: redact
show: list get retrieve
see: list get retrieve
display: list get retrieve
view: get retrieve list
read: get retrieve list
give: get retrieve add set
fetch: get retrieve list
get: retrieve list
retrieve: get
tell: get retrieve list
check: get list
list: get
which: list search
what: list get
who: list get
where: search list
when: list get
many: list
all: list
exist: list
kind: type list
find: search list
search: find list
look: search list
filter: search list
mention: search
latest: list search
newest: list search
recent: list search
last: list search
change: update edit
update: change edit
edit: update change
modify: update change
adjust: update change
correct: update edit
fix: update edit
set: update change
rename: update change name title
reword: update edit
wording: update edit
colour: color update
color: update
mark: update set
resolve: update
assign: manage update
reassign: manage update
close: manage update
snooze: manage
reopen: manage open
unsnooze: manage
escalate: manage assign
move: transfer change
transfer: move
drag: move position
shift: move
reorder: position move
sort: position
top: position
copy: duplicate
clone: duplicate
duplicate: copy
archive: hide
restore: unarchive activate
unarchive: restore
reactivate: activate
block: deactivate
disable: deactivate
suspend: deactivate
ban: deactivate
deactivate: disable
answer: reply
respond: reply
reply: respond
message: conversation send
email: message contact
send: create message
ping: notification create
notify: notification create
remind: notification
alert: notification
comment: update note reply
write: comment
note: comment
tag: label attach
label: tag
untag: detach remove tag
link: attach associate
associate: attach
connect: attach
attach: add
unlink: detach remove
detach: remove
leave: detach
left: detach
subscribe: attach add subscription subscriber
unsubscribe: detach remove subscription subscriber
follow: subscribe add
unfollow: unsubscribe remove
merge: combine
combine: merge
dedupe: merge
split: separate
invite: add
upload: create add
download: get
task: item
row: item
entry: item
card: item
ticket: issue
issue: ticket
subtask: subitem
person: user contact
people: user contact update
everybody: user default
everyone: user default
colleague: user admin contact
teammate: admin user
agent: admin
member: user
customer: contact conversation
client: contact
lead: contact
chat: conversation
thread: conversation
discussion: conversation update
participant: contact attach
organisation: company organization
organization: company
firm: company
business: company
employer: company
field: attribute column
attribute: field
property: attribute column
cell: column value
status: state column value
owner: column value
priority: column value
deadline: column value
role: admin permission
admin: role
viewer: permission role
right: permission role
permission: access role
access: permission
newsletter: subscription
marketing: subscription
away: status
faq: article
announcement: news update
hours: schedule
category: collection type
section: group collection
folder: collection
document: doc
docs: document
page: doc
visitor: lead
picture: file
phone: contact
`

/** What a single word can mean besides itself, by its stem. */
export const synonyms: ReadonlyMap<string, string> = lines
  .trim()
  .split('\n')
  .reduce((known, line) => {
    const [word = '', meant = ''] = line.split(':')
    const stem = stemmer(word)
    return known.set(stem, `${known.get(stem) ?? ''} ${meant}`.trim())
  }, new Map<string, string>())

/** Words that say nothing about a tool. */
export const idle: ReadonlySet<string> = new Set(
  `a an and are as at be been but by did do does done don down for from had has have her him his how i if in into is it
   its me my no not of off on once one onto or our out please she so some that the their them then there these they
   this those to too under until up us was we were will with would you your can could any anymore more now just still
   according also here`.split(/\s+/),
)

/** Begins a question, or an order to look. */
export const looking =
  /^\W*(?:please\s+|can you\s+|could you\s+)?(?:which|what|what's|who|who's|whose|when|where|how many|how much|is there|are there|do we|do i|does|show|list|find|search|look|read|see|view|get|fetch|retrieve|check|tell me|open (?:the|that|this))\b/iu
/** Orders a change, wherever it stands. */
export const changing =
  /\b(?:create|add|make|new|write|put|post|send|reply|answer|respond|delete|remove|erase|wipe|throw|get rid|archive|move|transfer|rename|change|update|edit|set|assign|close|reopen|snooze|merge|tag|untag|link|attach|detach|subscribe|unsubscribe|invite|copy|duplicate|pin|unpin|like|mark|block|restore|publish|register|give|take|bring|let|turn|convert|start|record|leave|comment|call)\b/iu
