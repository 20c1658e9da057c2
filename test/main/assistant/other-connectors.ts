import type { ToolRecord } from '../../../src/main/scalekit/port'

type Provider = {
  readonly id: string
  readonly name: string
  /** Where its tools' names have the verb: `asana_task_create` or `asana_create_task`. */
  readonly verb: 'last' | 'first'
  readonly things: string
}

// What other providers call what they keep; plain knowledge of their public interfaces.
const providers: readonly Provider[] = [
  { id: 'asana', name: 'Asana', verb: 'last', things: 'task,subtask,project,section,tag,team,comment,portfolio,goal' },
  {
    id: 'jira',
    name: 'Jira',
    verb: 'last',
    things: 'issue,sprint,board,epic,comment,worklog,version,component,filter',
  },
  { id: 'trello', name: 'Trello', verb: 'first', things: 'board,list,card,checklist,label,comment,member,webhook' },
  { id: 'linear', name: 'Linear', verb: 'first', things: 'issue,project,cycle,label,comment,team,milestone' },
  {
    id: 'github',
    name: 'GitHub',
    verb: 'first',
    things: 'repository,issue,pull_request,branch,release,gist,milestone',
  },
  { id: 'gitlab', name: 'GitLab', verb: 'first', things: 'project,issue,merge_request,pipeline,branch,runner,snippet' },
  { id: 'slack', name: 'Slack', verb: 'first', things: 'message,channel,reaction,reminder,user_group,file,canvas' },
  { id: 'notion', name: 'Notion', verb: 'last', things: 'page,database,block,comment,property' },
  { id: 'gmail', name: 'Gmail', verb: 'first', things: 'message,draft,label,thread,filter,attachment' },
  { id: 'googlecalendar', name: 'Google Calendar', verb: 'first', things: 'event,calendar,attendee,reminder' },
  { id: 'googledrive', name: 'Google Drive', verb: 'first', things: 'file,folder,permission,revision,shared_drive' },
  {
    id: 'salesforce',
    name: 'Salesforce',
    verb: 'last',
    things: 'account,contact,lead,opportunity,case,campaign,quote',
  },
  { id: 'hubspot', name: 'HubSpot', verb: 'last', things: 'contact,company,deal,ticket,note,call,meeting,form,list' },
  { id: 'pipedrive', name: 'Pipedrive', verb: 'first', things: 'deal,person,organization,activity,pipeline,stage' },
  {
    id: 'zendesk',
    name: 'Zendesk',
    verb: 'last',
    things: 'ticket,user,organization,macro,view,trigger,article,section',
  },
  { id: 'freshdesk', name: 'Freshdesk', verb: 'first', things: 'ticket,contact,company,agent,group,reply,solution' },
  { id: 'stripe', name: 'Stripe', verb: 'first', things: 'customer,invoice,payment,refund,subscription,coupon,price' },
  { id: 'shopify', name: 'Shopify', verb: 'last', things: 'product,order,customer,collection,discount,fulfillment' },
  { id: 'airtable', name: 'Airtable', verb: 'first', things: 'base,table,record,field,view,comment' },
  { id: 'dropbox', name: 'Dropbox', verb: 'last', things: 'file,folder,shared_link,file_request' },
  { id: 'zoom', name: 'Zoom', verb: 'last', things: 'meeting,webinar,recording,participant,poll' },
  { id: 'mailchimp', name: 'Mailchimp', verb: 'first', things: 'audience,member,campaign,template,segment,tag' },
]

const actions = {
  create: 'Create a new',
  get: 'Retrieve a single',
  list: 'List every',
  update: 'Update an existing',
  delete: 'Permanently delete a',
  search: 'Search for a',
} as const

const verbs = ['create', 'get', 'list', 'update', 'delete', 'search'] as const

const toolOf = ({ id, name, verb }: Provider, thing: string, action: (typeof verbs)[number]): ToolRecord => {
  const spoken = thing.replaceAll('_', ' ')
  const text = { type: 'string', description: `The ${spoken} in ${name}.` }
  return {
    name: verb === 'last' ? `${id}_${thing}_${action}` : `${id}_${action}_${thing}`,
    title: `${name} ${action} ${spoken}`,
    description: `${actions[action]} ${spoken} in ${name}, with optional filters, fields and paging.`,
    inputSchema: {
      type: 'object',
      properties: {
        [`${thing}_id`]: text,
        name: text,
        fields: { type: 'object', description: 'Values by field name' },
      },
      required: action === 'get' || action === 'update' || action === 'delete' ? [`${thing}_id`] : [],
    },
    connection: id,
    provider: id.toUpperCase(),
    accountId: `${id}-1`,
  }
}

/** `count` tools of other providers, up to 870. */
export const otherConnectors = (count: number): readonly ToolRecord[] =>
  providers
    .flatMap((provider) =>
      provider.things.split(',').flatMap((thing) => verbs.map((action) => toolOf(provider, thing, action))),
    )
    .slice(0, count)
