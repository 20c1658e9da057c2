import type { ConnectionStatus } from '../../contract/connections'
import type { Risk, ToolCall, ToolCallState } from '../../contract/conversation'
import type { ConfigurationEntry, ConfigurationVariable } from '../../contract/settings'
import type { ThreadAge } from '../state/threads'
import { activity } from './activity'
import { doctor } from './doctor'
import { grants } from './grants'
import { result } from './result'
import { review } from './review'
import { thirdParty } from './third-party'

const statuses: Record<ConnectionStatus, string> = {
  connected: 'Connected',
  'not-connected': 'Not connected',
  waiting: 'Waiting for verification',
  expired: 'Expired',
  disconnected: 'Disconnected',
}

const risks: Record<Risk, string> = {
  read: 'Only reads',
  write: 'Changes data',
  destructive: 'Can’t be undone',
  'open-world': 'Reaches people outside',
}

const riskSentences: Record<Risk, string> = {
  read: 'This looks something up and changes nothing.',
  write: 'This changes data in the workspace.',
  destructive: 'This deletes or overwrites data, and can’t be undone.',
  'open-world': 'This reaches people outside: what is sent can’t be taken back.',
}

const callStates: Record<ToolCallState, string> = {
  running: 'Working…',
  pending: 'Waiting',
  claimed: 'Sending…',
  sent: 'Sent, waiting for the answer…',
  done: 'Done',
  failed: 'Failed',
  unknown: 'Unknown: it may have been done',
  declined: 'Declined',
  stopped: 'Stopped',
  withdrawn: 'Withdrawn',
}

const readBacks: Record<NonNullable<ToolCall['readBack']>, string> = {
  found: 'Done, found by reading back',
  'not-found': 'Reading back did not find it',
  'cannot-tell': 'Reading back can’t tell',
  'told-done': 'You said that it was done',
  'told-not-done': 'You said that it was not done',
}

const undoStates: Partial<Record<ToolCallState, string>> = {
  pending: 'Undo waits for your approval below',
  done: 'Undone',
}

const ages: Record<ThreadAge, string> = {
  today: 'Today',
  yesterday: 'Yesterday',
  week: 'Last 7 days',
  older: 'Older',
}

const variables: Record<ConfigurationVariable, string> = {
  SCALEKIT_ENV_URL: 'Address of the Scalekit environment',
  SCALEKIT_CLIENT_ID: 'Client ID of the Scalekit environment',
  SCALEKIT_CLIENT_SECRET: 'Client secret of the Scalekit environment',
  ONBEHALF_ISSUER: 'Address of the sign-in service (OpenID issuer)',
  ONBEHALF_CLIENT_ID: 'Client ID of Onbehalf at the sign-in service',
  ONBEHALF_SESSION_URL: 'Where the session is read; its userinfo page when empty',
  ONBEHALF_IDENTIFIER_CLAIM: 'The claim that names a person to Scalekit; “sub” when empty',
  ONBEHALF_VERIFY_URL: 'Your organisation’s verification page, if it has one',
  ONBEHALF_REDIRECT: 'How sign-in comes back: “scheme” or “loopback”',
  OPENAI_API_KEY: 'API key of the language model',
  OPENAI_BASE_URL: 'Address of the language model, if it isn’t OpenAI’s',
  OPENAI_MODEL: 'Name of the language model',
}

const sources: Record<ConfigurationEntry['source'], string> = {
  environment: 'from the environment',
  dotenv: 'from the .env file',
  settings: 'from Settings',
  none: 'not set',
}

/** Every word that a person reads in the windows, except what failures say. */
export const en = {
  opening: 'Opening…',
  sidebar: 'Sidebar',
  nav: { label: 'Main', chat: 'Chat', connections: 'Connections', activity: 'Activity', settings: 'Settings' },
  sandbox: (scripted: boolean, model: string) =>
    scripted ? 'Sandbox: sample data, nothing leaves this computer' : `Sandbox: sample data, answered by ${model}`,
  signIn: {
    promise: 'Ask in plain words; Onbehalf does it in your own accounts, under your name, once you approve.',
    button: 'Sign in',
    how: 'Signing in opens your browser. Your password never passes through this app.',
    waiting: 'Finish in your browser…',
    waitingHow: 'This window goes on by itself as soon as you are back.',
    again: 'Open the page again',
    copy: 'Copy link',
    copied: 'Link copied',
    cancel: 'Cancel',
  },
  setup: {
    title: 'Onbehalf is not set up completely',
    lead: 'Nothing works half: enter what is missing here or in the file below, then check again.',
    missing: 'Missing',
    invalid: 'Needs correcting',
    file: 'Values can also go into this file, one NAME=value a line:',
    check: 'Check again',
    enter: 'Enter the values here',
  },
  threads: {
    label: 'Conversations',
    new: 'New chat',
    show: 'Conversations',
    hide: 'Close conversations',
    empty: 'What you ask will be listed here.',
    delete: (title: string) => `Delete “${title}”`,
    deleteTitle: 'Delete this conversation?',
    deleteText: (title: string) =>
      `The messages of “${title}” leave this computer. What was done in your accounts stays done, and Activity keeps its entries.`,
    deleteConfirm: 'Delete',
    keep: 'Keep it',
    untitled: 'New conversation',
    ages,
    running: 'Working',
    waiting: 'Waiting for you',
  },
  chat: {
    log: 'Conversation',
    greeting: (name: string) => `What can I do for you, ${name}?`,
    lead: 'Looking things up happens at once. Anything that changes something waits for your approval.',
    samples: [
      { kind: 'write', text: "Create an item 'Autumn newsletter' on the Marketing board" },
      {
        kind: 'reply',
        text: 'Reply to the latest conversation from lena.fischer@example.com that the refund is on its way',
      },
      { kind: 'read', text: 'List my boards' },
      { kind: 'who', text: 'Who am I in Intercom?' },
    ] as const,
    connectFirst: 'Connect an account first, so that there is something to work in.',
    openConnections: 'Open Connections',
    message: 'Message',
    placeholder: 'Ask for something…',
    send: 'Send',
    stop: 'Stop',
    hint: 'Enter sends · Shift+Enter starts a new line',
    tooLong: (over: string) => `This is ${over} characters too long to send at once.`,
    latest: 'Jump to latest',
    older: 'Load earlier messages',
    loadingOlder: 'Loading earlier messages…',
    loading: 'Opening the conversation…',
    thinking: 'Thinking',
    thoughts: 'How it got there',
    stopped: 'Stopped',
    you: 'You',
    assistant: 'Onbehalf',
    answered: 'The answer is complete.',
    imageLeftOut: (text: string) => `Image left out: ${text}`,
  },
  call: {
    needed: (what: string) => `Approval needed: ${what}`,
    inProvider: (title: string, provider: string) =>
      title.toLowerCase().includes(provider.toLowerCase()) ? title : `${title} in ${provider}`,
    as: 'As',
    in: 'in',
    on: 'On:',
    objects: 'What it is about',
    otherAccount: (before: string | null, now: string | null) =>
      `Another account than before in this conversation. Before: ${before ?? 'an account that was not named'}. Now: ${now ?? 'an account that is not named'}.`,
    approve: 'Approve',
    decline: 'Decline',
    raw: 'Raw JSON',
    form: 'Form',
    edited: 'Edited',
    reset: 'Undo edits',
    required: 'required',
    optional: (count: number) => (count === 1 ? '1 more field' : `${String(count)} more fields`),
    hidden: 'Something in it can’t be seen. It reads:',
    noArguments: 'It takes no values.',
    notJson: 'This is not valid JSON yet.',
    notObject: 'This has to be a JSON object.',
    emptyRequired: 'Fill this in.',
    notNumber: 'This has to be a number.',
    yes: 'Yes',
    no: 'No',
    unset: 'Not set',
    elapsed: (seconds: number) =>
      seconds < 60 ? `${String(seconds)} s` : `${String(Math.floor(seconds / 60))} min ${String(seconds % 60)} s`,
    underWay: (provider: string) =>
      `It was sent to ${provider}. Stop keeps the assistant from going on, but this call can’t be called back: it ends as it ends.`,
    noSuchTool: 'No such tool',
    given: 'What was asked',
    returned: 'What came back',
    truncated: 'It was long, so this is only its beginning.',
    id: 'id',
    states: callStates,
    risks,
    riskSentences,
    lookAgain: 'Look again',
    wasDone: 'It was done',
    wasNotDone: 'It was not done',
    lookThere: (provider: string) => `Look in ${provider}`,
    whatHappened: 'Do you know whether it was done? Nothing is sent again either way.',
    sentWhat: 'What was sent',
    sentWhen: 'When',
    sentTo: 'To whom',
    readBacks,
    undo: 'Undo',
    undoBy: (title: string) => `by “${title}”, once you approve it`,
    undoStates: (state: ToolCallState) => undoStates[state] ?? `Undo: ${callStates[state].toLowerCase()}`,
    takesBack: (title: string | undefined) =>
      title === undefined ? 'Takes back an earlier call' : `Takes back “${title}”`,
    reconnected: 'Connected again.',
    details: 'Details',
    changes: 'What changes',
    removed: 'now',
    added: 'then',
    becomes: 'becomes',
    empty: 'empty',
    staysSame: 'stays as it is',
    notAboutThis: 'What is there now is read again when you approve.',
    appears: 'As it will appear',
    canUndo: 'Can be undone',
    cantUndo: 'Can’t be undone',
    connect: {
      title: (verb: 'connect' | 'reconnect', name: string) =>
        `${verb === 'connect' ? 'Connect' : 'Reconnect'} ${name} to go on`,
      text: 'Your browser asks for your consent. Once you have given it, the answer goes on by itself.',
      done: (name: string) => `${name} is connected.`,
    },
  },
  result,
  connections: {
    title: 'Connections',
    lead: 'The accounts that Onbehalf may work in as you. You consent in the browser, and can disconnect at any time.',
    refresh: 'Check again',
    loading: 'Reading your connections…',
    empty: 'This environment has no connections yet. They are set up in the Scalekit dashboard.',
    connecting: 'Finish in your browser…',
    statuses,
    buttons: { connect: 'Connect', reconnect: 'Reconnect', disconnect: 'Disconnect' },
    disconnectTitle: (name: string) => `Disconnect ${name}?`,
    disconnectText: (name: string) => `Onbehalf can no longer work in ${name} as you until you connect it again.`,
    disconnectConfirm: 'Disconnect',
    keep: 'Keep it',
  },
  activity,
  doctor,
  grants,
  thirdParty,
  review,
  settings: {
    title: 'Settings',
    person: 'You',
    signOut: 'Sign out',
    remembered: 'You stay signed in on this computer.',
    notRemembered: 'You stay signed in only until Onbehalf quits, because this computer has no keychain that is open.',
    appearance: 'Appearance',
    themes: { system: 'System', light: 'Light', dark: 'Dark' },
    shortcut: 'Quick ask',
    shortcutLead: 'Opens the quick-ask window from anywhere.',
    record: 'Change shortcut',
    recording: 'Press the keys…',
    shortcutTaken: 'Another app uses this shortcut already. Choose another one.',
    configuration: 'Set-up',
    configurationLead: 'Where Onbehalf signs in, keeps connections and gets its answers. Takes effect after a restart.',
    sandboxLead: 'With nothing set here, Onbehalf runs on its sandbox workspace.',
    direct: 'This computer holds the environment’s own credentials: fit for developers and for one person’s use.',
    fixed: (source: string) => `Set ${source}; change it there.`,
    secretSet: 'Set. Type to replace it.',
    secretUnset: 'Not set',
    keychain: 'Secrets are kept in this computer’s keychain.',
    noKeychain:
      'This computer has no keychain that is open, so secrets can’t be kept here. Use the environment or the .env file.',
    save: 'Save',
    saved: 'Saved. Restart to use it.',
    restart: 'Restart now',
    about: 'About',
    version: (version: string) => `Version ${version}`,
    dataPath: 'Your data is kept in',
    loading: 'Reading your settings…',
    variables,
    sources,
  },
  link: {
    title: 'Open this address in your browser?',
    text: 'It comes from a conversation, so check where it goes.',
    host: 'It leads to',
    address: 'The whole address',
    open: 'Open',
    cancel: 'Stay here',
  },
  notice: { dismiss: 'Dismiss', theySay: 'They say:' },
  quickAsk: {
    label: 'Quick ask',
    placeholder: 'What should be done?',
    open: 'Open in chat',
    again: 'Start over',
    hint: 'Enter asks · Esc hides',
    signedOut: 'Sign in to ask.',
  },
}
