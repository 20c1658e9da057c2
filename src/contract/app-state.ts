import { z } from 'zod'
import { failureSchema } from './failure'
import { configurationProblems, configurationVariables, preferencesSchema } from './settings'

/** How the app is set up: with sample data, against real services, or not yet. */
export const modeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sandbox'), model: z.string() }),
  z.object({
    kind: z.literal('configured'),
    issuer: z.string(),
    scalekit: z.string(),
    model: z.string(),
    directCredentials: z.boolean(),
  }),
  z.object({
    kind: z.literal('incomplete'),
    missing: z.array(z.enum(configurationVariables)),
    invalid: z.array(z.object({ variable: z.string(), reason: z.enum(configurationProblems) })),
    dotenvPath: z.string(),
  }),
])

/** The person who is signed in, as their issuer names them. Never their identifier. */
export const personSchema = z.object({ name: z.string(), email: z.string().optional() })

/** Where signing in stands. */
export const sessionStateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('restoring') }),
  z.object({ kind: z.literal('signed-out'), failure: failureSchema.optional() }),
  z.object({ kind: z.literal('signing-in'), url: z.string().optional() }),
  z.object({
    kind: z.literal('signed-in'),
    person: personSchema,
    remembered: z.boolean(),
    /** Why the issuer can't be asked whether they still are: what is on this computer can be read, and no more. */
    offline: failureSchema.optional(),
    /** Tells people of the same name apart: random, and the same whenever the same person is there in this process. */
    key: z.string().optional(),
  }),
])

/** Something the person should know that belongs to no single thread: shown as a banner. */
export const noticeSchema = z.object({ id: z.string(), tone: z.enum(['info', 'problem']), failure: failureSchema })

/** The shortcut of the whole desktop that opens quick ask, and what stands in for it. */
export const quickAskShortcutSchema = z.object({
  accelerator: z.string(),
  registered: z.boolean(),
  /** The one that was asked for last and could not be had: another program holds it. */
  refused: z.string().optional(),
  /** Whether this is a desktop on which no app can have one. */
  wayland: z.boolean(),
  /** What opens quick ask from a desktop's own settings. */
  command: z.string(),
})

/** Everything a window needs to know about the app itself. Pushed whole when it changes. */
export const appStateSchema = z.object({
  version: z.string(),
  /** What words, numbers and dates follow: "de-AT". */
  locale: z.string(),
  mode: modeSchema,
  session: sessionStateSchema,
  assistantReady: z.boolean(),
  preferences: preferencesSchema,
  quickAskShortcut: quickAskShortcutSchema,
  notices: z.array(noticeSchema),
})

/** How the app is set up. */
export type Mode = z.infer<typeof modeSchema>
/** The person who is signed in. */
export type Person = z.infer<typeof personSchema>
/** Where signing in stands. */
export type SessionState = z.infer<typeof sessionStateSchema>
/** A banner. */
export type Notice = z.infer<typeof noticeSchema>
/** Everything a window needs to know about the app itself. */
export type AppState = z.infer<typeof appStateSchema>
