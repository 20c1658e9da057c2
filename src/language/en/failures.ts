/** What is said about each failure: what happened, to what, and what to do next. */
export const failures = {
  plain: {
    'sign-in-cancelled': 'Signing in was not finished, so nothing has changed. Start again when you are ready.',
    'session-expired': 'Your session has ended. Sign in again to go on; what you typed is still here.',
    'not-signed-in': 'You are signed out. Sign in to do this.',
    'network-down': 'There is no network connection. Nothing was lost; try again once you are online.',
    'scalekit-credentials': 'Scalekit refuses this app’s credentials. Check the client ID and secret in Settings.',
    'scalekit-failed': 'Scalekit could not do this because of a fault on its side. Try again in a moment.',
    'model-key': 'The language model refuses this app’s API key. Check the key in Settings, then ask again.',
    'model-failed': 'The language model stopped with an error. Your message is saved; try again.',
    'too-many-steps': 'This took more steps than one answer may. Read what is done so far, then let it go on.',
    'arguments-refused': 'The values that the assistant chose don’t fit what the tool expects, so nothing was sent.',
    'arguments-invalid': 'These values don’t fit what the tool expects. Correct them, then approve.',
    'not-grantable': 'This can’t be always allowed with these values. Nothing was done; approve it once instead.',
    'approval-gone': 'This was already decided or is no longer waiting. Nothing was done twice.',
    'link-unknown':
      'A link came back to Onbehalf that it was not waiting for, so it was ignored. Start again from here.',
    'link-malformed': 'A link to Onbehalf could not be read, so it was ignored. Start again from here.',
    'link-stale': 'That link came back too late: it is good for ten minutes. Start again from here.',
    'link-replayed': 'That link was already used once, so it was ignored. Nothing has changed.',
    'link-other-person':
      'That link was started by somebody else, so it was ignored. Connect again under your own name.',
    'keychain-unavailable':
      'This computer has no keychain that is open, so you stay signed in only until Onbehalf quits.',
    'not-saved': 'This could not be saved: the disk may be full. Free some space; Onbehalf keeps working meanwhile.',
    'scheme-unregistered':
      'This computer doesn’t hand onbehalf:// links to this app. Finish on the page in your browser instead.',
    'browser-unavailable': 'Your browser could not be opened. Set a default browser, then try again.',
    'shortcut-wayland': 'On Wayland no app gets a shortcut of the whole desktop. Quick ask opens in other ways.',
    'ask-waits': 'A link brought a question. It waits here until you have signed in; nothing was asked.',
    'clock-wrong': 'This computer’s clock is wrong, which ends sessions early. Set it, then try again.',
    'disk-low': 'The disk is almost full, so what you type may soon not be saved. Free some space, then try again.',
    'request-invalid': 'Onbehalf refused this because it isn’t well-formed. Correct it, then try again.',
    'not-found': 'This isn’t there any more. It may have been deleted.',
    internal: 'Onbehalf ran into a fault of its own. Nothing that you typed is lost; try again.',
  },
  /** Of those that happened to something with a name. */
  named: {
    'issuer-unreachable': 'The sign-in service at {{subject}} doesn’t answer. Check your network, then try again.',
    'issuer-refused': '{{subject}} refused the sign-in. Try again, or ask whoever set up Onbehalf.',
    'scalekit-unreachable': 'Scalekit at {{subject}} doesn’t answer. Check your network, then try again.',
    'model-unreachable': 'The language model at {{subject}} doesn’t answer. Your message is saved; try again.',
    'model-missing': 'The model’s endpoint has no model called {{subject}}. Choose another one in Settings.',
    'calls-repeated':
      'The assistant called {{subject}} over and over, so it was stopped here. Ask in other words, or let it go on.',
    'connection-needed': '{{subject}} is not connected yet. Connect it, then ask again.',
    'connection-expired': 'Your access to {{subject}} has run out. Reconnect it to go on; nothing was changed.',
    'connection-revoked': 'Your access to {{subject}} was withdrawn. Reconnect it to go on; nothing was changed.',
    'connection-scope-missing':
      '{{subject}} was connected without the permission that this needs. Reconnect it and allow it.',
    'connection-changed':
      '{{subject}} is connected to another account than when this was prepared. It was not done; ask again.',
    'consent-denied': '{{subject}} was not connected, because access was refused in the browser.',
    'tool-refused': '{{subject}} refused this: your account there isn’t allowed to do it. Nothing was changed.',
    'tool-failed': '{{subject}} could not do this.',
    'tool-unknown': '{{subject}} is not among the tools that your accounts have now, so nothing was done.',
    'tool-timeout': '{{subject}} took too long to answer. Try again.',
    'tool-changed':
      '{{subject}} now expects other values than those you approved, so nothing was sent. Correct them, then approve again.',
    'outcome-unknown': 'The answer of {{subject}} was lost, so it may or may not have been done. It is not repeated.',
    'changed-since': 'This was changed again in {{subject}} since, so Onbehalf doesn’t take it back. Nothing was done.',
    'changed-meanwhile':
      'Somebody changed this in {{subject}} while it waited. It was not done: look at it again, then approve.',
    'settings-unreadable':
      'The settings file could not be read. It is kept as {{subject}}, and you start with fresh settings.',
    'database-unreadable':
      'Your conversations’ file could not be read. It is kept as {{subject}}, and you start with an empty one.',
    'shortcut-taken': 'Another app uses {{subject}} already. Choose another one in Settings.',
    'import-malformed':
      '{{subject}} is no conversation that Onbehalf exported as JSON, or it is damaged. Nothing was imported; choose another file.',
    'import-newer':
      '{{subject}} was exported by a newer version of Onbehalf. Nothing was imported; update this one, then try again.',
    'import-too-large':
      '{{subject}} is larger than a conversation that can be imported: at most 10 MB and 10,000 messages. Nothing was imported; choose another file.',
    'import-unreadable':
      '{{subject}} could not be read. Nothing was imported; check that it is still there and that you may open it.',
    'place-unchecked':
      'It could not be checked in time whether this is still {{subject}}. Nothing was sent; approve it again to check again.',
  },
  /** The same, where it has none. */
  unnamed: {
    'issuer-unreachable': 'The sign-in service doesn’t answer. Check your network, then try again.',
    'issuer-refused': 'The sign-in service refused the sign-in. Try again, or ask whoever set up Onbehalf.',
    'scalekit-unreachable': 'Scalekit doesn’t answer. Check your network, then try again.',
    'model-unreachable': 'The language model doesn’t answer. Your message is saved; try again.',
    'model-missing': 'The model’s endpoint has no such model. Choose another one in Settings.',
    'calls-repeated':
      'The assistant called the same tool over and over, so it was stopped here. Ask in other words, or let it go on.',
    'connection-needed': 'This account is not connected yet. Connect it, then ask again.',
    'connection-expired': 'Your access to this account has run out. Reconnect it to go on; nothing was changed.',
    'connection-revoked': 'Your access to this account was withdrawn. Reconnect it to go on; nothing was changed.',
    'connection-scope-missing':
      'This account was connected without the permission that this needs. Reconnect it and allow it.',
    'connection-changed':
      'The connection is connected to another account than when this was prepared. It was not done; ask again.',
    'consent-denied': 'The provider was not connected, because access was refused in the browser.',
    'tool-refused': 'The provider refused this: your account there isn’t allowed to do it. Nothing was changed.',
    'tool-failed': 'The provider could not do this.',
    'tool-unknown': 'This tool is not among the tools that your accounts have now, so nothing was done.',
    'tool-timeout': 'The provider took too long to answer. Try again.',
    'tool-changed':
      'This tool now expects other values than those you approved, so nothing was sent. Correct them, then approve again.',
    'outcome-unknown': 'The answer of the provider was lost, so it may or may not have been done. It is not repeated.',
    'changed-since': 'This was changed again in the account since, so Onbehalf doesn’t take it back. Nothing was done.',
    'changed-meanwhile':
      'Somebody changed this in the account while it waited. It was not done: look at it again, then approve.',
    'settings-unreadable':
      'The settings file could not be read. It is kept as a copy, and you start with fresh settings.',
    'database-unreadable':
      'Your conversations’ file could not be read. It is kept as a copy, and you start with an empty one.',
    'shortcut-taken': 'Another app uses the quick-ask shortcut already. Choose another one in Settings.',
    'import-malformed':
      'This is no conversation that Onbehalf exported as JSON, or it is damaged. Nothing was imported; choose another file.',
    'import-newer':
      'This was exported by a newer version of Onbehalf. Nothing was imported; update this one, then try again.',
    'import-too-large':
      'This is larger than a conversation that can be imported: at most 10 MB and 10,000 messages. Nothing was imported; choose another file.',
    'import-unreadable':
      'The file could not be read. Nothing was imported; check that it is still there and that you may open it.',
    'place-unchecked':
      'It could not be checked in time whether this is still as the card shows. Nothing was sent; approve it again to check again.',
  },
  /** Too many requests: `when` is "in 30 seconds", or the moment. */
  later: {
    'scalekit-rate-limited': 'Scalekit is getting too many requests. Try again {{when}}.',
    'model-rate-limited': 'The language model is getting too many requests. Your message is saved; try again {{when}}.',
    'tool-rate-limited': '{{subject}} is getting too many requests. It was not done; try again {{when}}.',
  },
  moment: 'in a moment',
  provider: 'The provider',
  otherAccount: 'another account',
  otherPlace: 'another place',
  placeGone: 'not there any more',
  accountChanged:
    'This was meant for {{subject}}, but {{detail}} is connected now. It was not done; approve it again if that is right.',
  accountChangedGoOn:
    'This was meant for {{subject}}, but {{detail}} is connected now. It was not done; let it go on if that is right.',
  accountUnconfirmed:
    'This was meant for {{subject}}, and nothing says for certain that it is still that account. It was not done; approve it again if that is right.',
  accountUnconfirmedGoOn:
    'This was meant for {{subject}}, and nothing says for certain that it is still that account. It was not done; let it go on if that is right.',
  placeChanged:
    'You approved this for {{subject}}, but now it is {{detail}}. Nothing was sent; approve it again if that is right.',
  stoppedNothing: 'Nothing was at work, so there was nothing to stop.',
  stopped_one: '{{count, number}} conversation was stopped.',
  stopped_other: '{{count, number}} conversations were stopped.',
  noneSent: 'No change was on its way.',
  sent_one: '{{count, number}} change had been sent already: it ends as it ends, and its card says how.',
  sent_other: '{{count, number}} changes had been sent already: each ends as it ends, and its card says how.',
  theySay: 'They say:',
  actions: {
    retry: 'Try again',
    'sign-in': 'Sign in',
    connect: 'Connect {{name}}',
    reconnect: 'Reconnect {{name}}',
    'read-back': 'Look again',
    'open-settings': 'Open Settings',
    'open-connections': 'Open Connections',
    'show-file': 'Show file',
    dismiss: 'Dismiss',
    goOn: 'Go on',
    signInAgain: 'Sign in again',
  },
} as const
