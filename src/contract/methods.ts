import { z } from 'zod'
import {
  activityExportSchema,
  activityFilterSchema,
  activityFormats,
  activityPageSchema,
  activityVerdictSchema,
} from './activity'
import { appStateSchema } from './app-state'
import { askedSchema } from './asked'
import { channels, pushes, type Channel, type PushChannel } from './channels'
import { connectionsStateSchema, disconnectedAllSchema } from './connections'
import { conversationEventSchema, threadPageSchema, threadSchema } from './conversation'
import { dataExportSchema, dataSizesSchema } from './data'
import { examinationSchema } from './doctor'
import { attachedFileSchema, newFileSchema } from './files'
import type { Failure } from './failure'
import { localModelsSchema, modelCandidateSchema, modelListSchema, modelTestSchema } from './model-set-up'
import { commandIds } from './plain/commands'
import { fileBounds } from './plain/file-bounds'
import { maximumLinkLength } from './plain/link-length'
import { grantSchema } from './grants'
import { jsonObjectSchema } from './json'
import { savedPromptSchema } from './prompts'
import type { Result } from './result'
import { mostRowsAtOnce } from './plain/rows-at-once'
import { resultRowsSchema } from './result-rows'
import { settingsSections } from './plain/settings-sections'
import { longestQuery, searchResultsSchema } from './search'
import { configurationVariables, preferencesChangeSchema, settingsSchema } from './settings'
import { threadExportSchema, threadFormats, threadImportSchema } from './transfer'
import { grantDurations } from './trust'

const nothing = z.null()
const id = z.string().min(1).max(200)
/** The longest text a person can send at once, in UTF-16 code units. */
export const maximumTextLength = 100_000
const text = z.string().max(maximumTextLength)

/** What is typed in a thread, or in the one that does not exist yet, and a mark of the window in which it is. */
const savedDraftSchema = z.object({ threadId: id.nullable(), text, from: z.uuid() })

/** For each call: the schema of what comes in and of what goes back inside an `ok` result. */
export const methods = {
  [channels.appState]: { request: nothing, response: appStateSchema },
  [channels.openLink]: { request: z.object({ url: z.url().max(maximumLinkLength) }), response: nothing },
  [channels.dismissNotice]: { request: z.object({ id }), response: nothing },
  [channels.restart]: { request: nothing, response: nothing },
  [channels.showFile]: { request: z.object({ noticeId: id }), response: nothing },
  /** One more chat window, on a thread or on a new chat. */
  [channels.openWindow]: { request: z.object({ threadId: id.nullable() }), response: nothing },
  [channels.signIn]: { request: nothing, response: nothing },
  [channels.cancelSignIn]: { request: nothing, response: nothing },
  [channels.signOut]: { request: nothing, response: nothing },
  [channels.listConnections]: { request: z.object({ refresh: z.boolean() }), response: connectionsStateSchema },
  [channels.connect]: { request: z.object({ connection: id }), response: nothing },
  [channels.disconnect]: { request: z.object({ connection: id }), response: nothing },
  /** Deletes every connected account of the person, and reads again what is left. */
  [channels.disconnectAll]: { request: nothing, response: disconnectedAllSchema },
  [channels.listThreads]: { request: nothing, response: z.array(threadSchema) },
  [channels.openThread]: {
    request: z.object({ threadId: id, before: z.string().max(200).optional() }),
    response: threadPageSchema,
  },
  [channels.deleteThread]: { request: z.object({ threadId: id }), response: nothing },
  /** `threadId: null` is the draft of a thread that does not exist yet. */
  [channels.readDraft]: { request: z.object({ threadId: id.nullable() }), response: z.object({ text: z.string() }) },
  [channels.saveDraft]: { request: savedDraftSchema, response: nothing },
  /**
   * `messageId` is made by the window so that a repeated call stores the message once.
   * `connections`: names of those with which alone it is to be answered, beside those that its text names.
   * `files`: those of the draft that go with it.
   */
  [channels.send]: {
    request: z.object({
      threadId: id.nullable(),
      messageId: id,
      text: text.min(1),
      connections: z.array(id).max(50).optional(),
      files: z.array(z.uuid()).max(fileBounds.files).optional(),
    }),
    response: z.object({ threadId: id }),
  },
  [channels.stop]: { request: z.object({ threadId: id }), response: nothing },
  /** How many conversations were at work, and how many changes had been sent already. */
  [channels.stopAll]: { request: nothing, response: z.object({ stopped: z.number(), sent: z.number() }) },
  [channels.retry]: { request: z.object({ threadId: id }), response: nothing },
  /**
   * Says something else in place of a message. `newId` is made by the window so that a repeated call stores it once.
   * `files`: which of those that came with the message come with this; none named: all of them.
   */
  [channels.editMessage]: {
    request: z.object({
      messageId: id,
      newId: id,
      text: text.min(1),
      files: z.array(z.uuid()).max(fileBounds.files).optional(),
    }),
    response: nothing,
  },
  /** Lets the model answer again in place of one of its messages. */
  [channels.regenerate]: { request: z.object({ messageId: id, newId: id }), response: nothing },
  /** Shows the path through this message; nothing runs because of it. */
  [channels.showVersion]: { request: z.object({ messageId: id }), response: nothing },
  /** What is typed in place of a message and not sent yet; null: nothing is. */
  [channels.saveEdit]: { request: z.object({ messageId: id, text: text.nullable() }), response: nothing },
  /** Lets the model go on from where it was stopped. */
  [channels.goOn]: { request: z.object({ threadId: id }), response: nothing },
  /** `done: false`: the person still types, and nothing of the queue is sent until they are through. */
  [channels.changeQueued]: {
    request: z.object({ id, text: text.min(1), done: z.boolean() }),
    response: nothing,
  },
  [channels.removeQueued]: { request: z.object({ id }), response: nothing },
  /** Sends a message that waits right away; what is being said is stopped for it. */
  [channels.sendQueued]: { request: z.object({ id }), response: nothing },
  /**
   * `args` are the arguments as shown on the card, edited or not: these and no others will run.
   * `always`: the same tool may go on by itself on the same target for that long.
   */
  [channels.approve]: {
    request: z.object({ callId: id, args: jsonObjectSchema, always: z.enum(grantDurations).optional() }),
    response: nothing,
  },
  [channels.decline]: { request: z.object({ callId: id }), response: nothing },
  [channels.readBack]: { request: z.object({ callId: id }), response: nothing },
  /** Rows of a result that is too long to come with the conversation, from the one with this number (from 0): at most `count`. */
  [channels.resultRows]: {
    request: z.object({
      callId: id,
      from: z.number().int().nonnegative(),
      count: z.number().int().min(1).max(mostRowsAtOnce),
    }),
    response: resultRowsSchema,
  },
  [channels.listGrants]: { request: nothing, response: z.array(grantSchema) },
  [channels.revokeGrant]: { request: z.object({ grantId: id }), response: nothing },
  [channels.revokeGrants]: { request: nothing, response: nothing },
  /** Asks for the call that takes this one back; it waits for approval. */
  [channels.undo]: { request: z.object({ callId: id }), response: nothing },
  /** What the person knows of a call whose outcome is unknown. */
  [channels.settle]: { request: z.object({ callId: id, done: z.boolean() }), response: nothing },
  [channels.listActivity]: {
    request: activityFilterSchema.extend({ before: z.string().max(200).optional() }),
    response: activityPageSchema,
  },
  /** The person chooses where the file goes, in a dialog that main shows. */
  [channels.exportActivity]: {
    request: z.object({ format: z.enum(activityFormats), filter: activityFilterSchema }),
    response: activityExportSchema,
  },
  [channels.verifyActivity]: { request: nothing, response: activityVerdictSchema },
  [channels.readSettings]: { request: nothing, response: settingsSchema },
  [channels.savePreferences]: { request: preferencesChangeSchema, response: settingsSchema },
  [channels.saveConfiguration]: {
    request: z.object({ values: z.partialRecord(z.enum(configurationVariables), z.string().max(4000)) }),
    response: settingsSchema,
  },
  [channels.setStartAtLogin]: { request: z.object({ on: z.boolean() }), response: settingsSchema },
  [channels.listModels]: { request: modelCandidateSchema, response: modelListSchema },
  /** Sends one tiny request. */
  [channels.testModel]: { request: modelCandidateSchema, response: modelTestSchema },
  /** Looks on this computer only. */
  [channels.findLocalModels]: { request: nothing, response: localModelsSchema },
  [channels.examine]: { request: nothing, response: examinationSchema },
  [channels.hideQuickAsk]: { request: nothing, response: nothing },
  /** Whether the quick-ask window stays without the focus: a dialog of the system that it opened has it. */
  [channels.holdQuickAsk]: { request: z.object({ held: z.boolean() }), response: nothing },
  [channels.resizeQuickAsk]: { request: z.object({ height: z.number().int().min(60).max(900) }), response: nothing },
  [channels.openInChat]: { request: z.object({ threadId: id.nullable() }), response: nothing },

  [channels.listPrompts]: { request: nothing, response: z.array(savedPromptSchema) },
  [channels.savePrompt]: { request: savedPromptSchema, response: nothing },
  [channels.deletePrompt]: { request: z.object({ promptId: id }), response: nothing },
  /** What a link brought, once. */
  [channels.takeAsked]: { request: nothing, response: askedSchema.nullable() },
  /** What was asked from the quick-ask window, newest first. */
  [channels.recallQuestions]: { request: nothing, response: z.array(z.string()) },
  [channels.keepQuestion]: { request: z.object({ threadId: id, text: text.min(1) }), response: nothing },

  [channels.renameThread]: {
    request: z.object({ threadId: id, title: z.string().min(1).max(200) }),
    response: nothing,
  },
  [channels.pinThread]: { request: z.object({ threadId: id, pinned: z.boolean() }), response: nothing },
  [channels.archiveThread]: { request: z.object({ threadId: id, archived: z.boolean() }), response: nothing },
  /** Has a thread back that was deleted a moment ago. */
  [channels.restoreThread]: { request: z.object({ threadId: id }), response: nothing },
  [channels.searchThreads]: {
    request: z.object({ query: z.string().max(longestQuery) }),
    response: searchResultsSchema,
  },
  [channels.dataSizes]: { request: nothing, response: dataSizesSchema },
  [channels.showDataFolder]: { request: nothing, response: nothing },
  /** Everything of the person who is signed in, in one archive; they choose where it goes in a dialog that main shows. */
  [channels.exportData]: { request: nothing, response: dataExportSchema },
  /** Deletes everything of the person who is signed in from this computer, and signs them out. */
  [channels.eraseData]: { request: nothing, response: nothing },
  /** Attaches a file to the draft of a thread; `null` is the thread that does not exist yet. */
  [channels.attachFile]: {
    request: z.object({ threadId: id.nullable(), file: newFileSchema }),
    response: attachedFileSchema,
  },
  /** Takes a file out of the draft of this thread. */
  [channels.detachFile]: { request: z.object({ threadId: id.nullable(), id: z.uuid() }), response: nothing },
  [channels.draftFiles]: { request: z.object({ threadId: id.nullable() }), response: z.array(attachedFileSchema) },
  [channels.readFile]: { request: z.object({ id: z.uuid() }), response: z.object({ text: z.string() }) },
  /** One conversation as a file; the person chooses where it goes, in a dialog that main shows. */
  [channels.exportThread]: {
    request: z.object({ threadId: id, format: z.enum(threadFormats) }),
    response: threadExportSchema,
  },
  [channels.threadMarkdown]: { request: z.object({ threadId: id }), response: z.object({ text: z.string() }) },
  /** A new conversation from a file that the person chooses, in a dialog that main shows. */
  [channels.importThread]: { request: nothing, response: threadImportSchema },
} as const satisfies Record<Channel, { readonly request: z.ZodType; readonly response: z.ZodType }>

/** Where a window can be sent. */
export const navigationSchema = z.object({
  view: z.enum(['chat', 'connections', 'activity', 'prompts', 'settings']),
  threadId: z.string().optional(),
  /** The message of that thread to be brought into sight. */
  messageId: z.string().optional(),
  /** The section of Settings; the first one when none is named. */
  section: z.enum(settingsSections).optional(),
})

/** For each push: the schema of its payload. */
export const pushSchemas = {
  [pushes.appState]: appStateSchema,
  [pushes.connections]: connectionsStateSchema,
  [pushes.conversation]: z.array(conversationEventSchema),
  [pushes.grants]: z.array(grantSchema),
  [pushes.navigate]: navigationSchema,
  /** A command that was chosen in the application menu. */
  [pushes.command]: z.enum(commandIds),
  [pushes.quickAskShown]: nothing,
  [pushes.prompts]: z.array(savedPromptSchema),
  /** What was typed in one window, for the others; also to the one it comes from. */
  [pushes.draft]: savedDraftSchema,
  /** Which files are attached to a draft now, whichever window they come from. */
  [pushes.draftFiles]: z.object({ threadId: id.nullable(), files: z.array(attachedFileSchema) }),
  [pushes.asked]: nothing,
} as const satisfies Record<PushChannel, z.ZodType>

/** What a call takes. */
export type RequestOf<C extends Channel> = z.infer<(typeof methods)[C]['request']>
/** What a call answers inside an `ok` result. */
export type ResponseOf<C extends Channel> = z.infer<(typeof methods)[C]['response']>
/** What a push carries. */
export type PushOf<P extends PushChannel> = z.infer<(typeof pushSchemas)[P]>
/** Where a window can be sent. */
export type Navigation = z.infer<typeof navigationSchema>
/** What every call resolves to; nothing is ever thrown across IPC. */
export type Reply<C extends Channel> = Result<ResponseOf<C>, Failure>
