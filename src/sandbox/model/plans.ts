import { helpAnswer, longAnswer, markdownAnswer, unknownAnswer } from './answers'
import { attachedAnswer } from './attached-files'
import { conversationToItemPlan } from './conversation-to-item'
import { contactPlan, contactsPlan, conversationsPlan, intercomIdentityPlan, summaryPlan } from './intercom-reads'
import { addNotePlan, closePlan, createContactPlan, replyPlan, tagContactPlan } from './intercom-writes'
import { boardsPlan, countPlan, itemsPlan, mondayIdentityPlan, searchPlan, updatesPlan } from './monday-reads'
import {
  addUpdatePlan,
  createBoardPlan,
  createGroupPlan,
  createItemsPlan,
  createSubitemPlan,
  moveItemPlan,
  removeItemPlan,
  setColumnPlan,
} from './monday-writes'
import { plain, type Plan } from './plan'
import { matchRequest, parseRequest, quotedIn, unquote, type Fields, type Request } from './request'
import type { MadeCall } from './turn'

/** What the model does about a request: a plan, and how fast its words come. */
export type Script = { readonly plan: () => Plan; readonly pace: 'normal' | 'slow' }

type Rule = { readonly pattern: RegExp; readonly plan: (fields: Fields, request: Request) => Plan }

const board = String.raw`(?:on|to|in|from) (?:the |my )?(?:board )?(?<board>.+?)(?: board)?`
const item = String.raw`(?:the )?(?:item )?(?<item>«\d+»)`
const email = String.raw`(?<email>[^\s@]+@[^\s@]+\.[^\s@.]+)`
const latest = String.raw`(?:the |my )?(?:latest|last|newest|most recent) conversation (?:from|with|of)`
const rule = (pattern: string, plan: Rule['plan']): Rule => ({ pattern: new RegExp(`^${pattern}$`, 'i'), plan })

/** A plan that only says something. */
function* saying(answer: string): Plan {
  return answer
}

const names = (fields: Fields, request: Request): { readonly board: string; readonly item: string } => ({
  board: unquote(fields('board'), request),
  item: unquote(fields('item'), request),
})

const mondayRules: readonly Rule[] = [
  rule(
    String.raw`(?:create|add) (?:an? |the )?(?:new )?items? (?:called |named )?(?<items>«\d+».*?) ${board}`,
    (fields, request) => createItemsPlan(quotedIn(fields('items'), request), unquote(fields('board'), request)),
  ),
  rule(String.raw`(?:(?:list|show)(?: me)?|what are|which are) (?:all )?(?:of )?(?:my|the|all) boards`, () =>
    boardsPlan(),
  ),
  rule(
    String.raw`(?:what(?:['’]s| is)|(?:list|show)(?: me)?(?: all)?(?: the)?(?: items)?) ${board}`,
    (fields, request) => itemsPlan(unquote(fields('board'), request)),
  ),
  rule(
    String.raw`how many items (?:are )?(?:there )?(?:in|with|of|per) (?:each |every )?(?<column>status|priority|owner) ${board}`,
    (fields, request) => countPlan({ board: unquote(fields('board'), request), column: fields('column') }),
  ),
  rule(String.raw`who am i (?:in|on) monday(?:\.com)?`, () => mondayIdentityPlan()),
  rule(String.raw`search monday(?:\.com)? for (?<words>.+)`, (fields, request) =>
    searchPlan(unquote(fields('words'), request)),
  ),
  rule(
    String.raw`(?:show|list|read)(?: me)? (?:the )?(?:updates|comments) (?:of|on|for) ${item}(?: ${board})?`,
    (fields, request) => updatesPlan(names(fields, request)),
  ),
  rule(
    String.raw`(?:add|post|write) (?:an? |the )?(?:update|comment) (?<body>«\d+») (?:to|on) ${item}(?: ${board})?`,
    (fields, request) => addUpdatePlan(names(fields, request), unquote(fields('body'), request)),
  ),
  rule(
    String.raw`(?:set|change) the (?<column>status|priority|due date|notes) of ${item}(?: ${board})? to (?<value>.+)`,
    (fields, request) =>
      setColumnPlan(names(fields, request), { column: fields('column'), value: unquote(fields('value'), request) }),
  ),
  rule(String.raw`move ${item}(?: ${board})? to (?:the )?(?:group )?(?<group>.+?)(?: group)?`, (fields, request) =>
    moveItemPlan(names(fields, request), unquote(fields('group'), request)),
  ),
  rule(String.raw`(?:create|add) an? subitem (?<subitem>«\d+») to ${item}(?: ${board})?`, (fields, request) =>
    createSubitemPlan(names(fields, request), unquote(fields('subitem'), request)),
  ),
  rule(
    String.raw`(?:create|add) (?:an? |the )?(?:new )?group (?:called |named )?(?<group>«\d+») ${board}`,
    (fields, request) => createGroupPlan(unquote(fields('group'), request), unquote(fields('board'), request)),
  ),
  rule(String.raw`create (?:an? |the )?(?:new )?board (?:called |named )?(?<board>«\d+»)`, (fields, request) =>
    createBoardPlan(unquote(fields('board'), request)),
  ),
  rule(String.raw`archive ${item}(?: ${board})?`, (fields, request) =>
    removeItemPlan(names(fields, request), 'archive'),
  ),
  rule(String.raw`delete ${item}(?: ${board})?`, (fields, request) => removeItemPlan(names(fields, request), 'delete')),
]

const intercomRules: readonly Rule[] = [
  rule(String.raw`reply to ${latest} ${email},? (?:(?:saying )?that |saying |with )(?<body>.+)`, (fields, request) =>
    replyPlan(fields('email'), {
      text: unquote(fields('body'), request),
      verbatim: /^«\d+»$/.test(fields('body')),
    }),
  ),
  rule(String.raw`who am i (?:in|on) intercom`, () => intercomIdentityPlan()),
  rule(String.raw`(?:find|show|look up|who is)(?: me)?(?: the)?(?: contact)? ${email}`, (fields) =>
    contactPlan(fields('email')),
  ),
  rule(String.raw`(?:list|show)(?: me)?(?: the| my)? (?:latest|last|newest|recent) conversations`, () =>
    conversationsPlan(),
  ),
  rule(String.raw`(?:list|show)(?: me)?(?: the| my| all)*(?: intercom)? contacts`, () => contactsPlan()),
  rule(String.raw`summari[sz]e ${latest} ${email}`, (fields) => summaryPlan(fields('email'))),
  rule(String.raw`close ${latest} ${email}`, (fields) => closePlan(fields('email'))),
  rule(
    String.raw`create (?:an? |the )?(?:new )?contact (?<name>.+?),? (?:with|at)(?: the)?(?: e-?mail)?(?: address)? ${email}`,
    (fields, request) => createContactPlan(unquote(fields('name'), request), fields('email')),
  ),
  rule(
    String.raw`(?:add|write|create) (?:an? |the )?note (?<body>«\d+») (?:to|on|about|for) (?:the )?(?:contact )?${email}`,
    (fields, request) => addNotePlan(fields('email'), unquote(fields('body'), request)),
  ),
  rule(String.raw`tag (?:the )?(?:contact )?${email} (?:as|with) (?<tag>.+)`, (fields, request) =>
    tagContactPlan(fields('email'), unquote(fields('tag'), request)),
  ),
  rule(String.raw`(?:create|add) an? (?:new )?item for ${latest} ${email} ${board}`, (fields, request) =>
    conversationToItemPlan(fields('email'), unquote(fields('board'), request)),
  ),
]

const otherRules: readonly Rule[] = [
  rule('.*markdown.*', () => saying(markdownAnswer())),
  rule('(?:what can (?:you|i) (?:do|ask)|help|hello|hi)(?: here| for me)?', () => saying(helpAnswer())),
]

const longText = /^(?:write|tell)(?: me)? (?:a |some )?long (?:text|story|essay) about (?<topic>.+)$/i

const aboutFile = /^what(?:['’]s| is) in (?:the|my|this) (?:attached )?files?$/i

/** The script for what a person said, and the files that came with it. */
export const scriptFor = (said: string, made: readonly MadeCall[] = []): Script => {
  const request = parseRequest(said)
  if (matchRequest(request, aboutFile) !== undefined)
    return { plan: () => saying(attachedAnswer(made)), pace: 'normal' }
  const long = matchRequest(request, longText)
  if (long !== undefined)
    return { plan: () => saying(longAnswer(plain(unquote(long('topic'), request)))), pace: 'slow' }
  for (const { pattern, plan } of [...mondayRules, ...intercomRules, ...otherRules]) {
    const fields = matchRequest(request, pattern)
    if (fields !== undefined) return { plan: () => plan(fields, request), pace: 'normal' }
  }
  return { plan: () => saying(unknownAnswer()), pace: 'normal' }
}
