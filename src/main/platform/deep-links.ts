/** The scheme that the operating system hands to this app. */
export const deepLinkScheme = 'onbehalf:'

/** Where the issuer sends the browser back to after a sign-in. */
export const authCallbackLink = `${deepLinkScheme}//auth/callback`

const connectVerifyLinkBase = `${deepLinkScheme}//connect/verify`

/** The link of a verify page: what came back from the provider's consent, handed to the app. */
export const connectVerifyLink = (returned: {
  readonly state: string
  readonly authRequestId?: string
  readonly error?: string
}): URL => {
  const link = new URL(connectVerifyLinkBase)
  if (returned.authRequestId !== undefined) link.searchParams.set('auth_request_id', returned.authRequestId)
  if (returned.error !== undefined) link.searchParams.set('error', returned.error)
  link.searchParams.set('state', returned.state)
  return link
}
