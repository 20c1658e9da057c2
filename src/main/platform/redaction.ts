const shown = '[redacted]'

// Long enough that no ordinary word is one; short enough for a one-time code.
const shortestSecret = 6

/** Texts that look like a credential or name a person, wherever they come from. */
const patterns: readonly RegExp[] = [
  // JSON Web Tokens, whole or cut off.
  /\beyJ[\w-]{8,}(?:\.[\w-]*){0,4}/g,
  /\b(?:Bearer|Basic|DPoP)\s+[\w.~+/=-]{6,}/gi,
  // Values of what is named like one. `code` and `state` are words of ours too, except in an address.
  /(?<=\b(?:access_token|refresh_token|id_token|client_secret|code_verifier|nonce|token|auth_request_id|api_key|password)["']?\s*[=:]\s*["']?)[^\s"'&,;}]+/gi,
  /(?<=[?&](?:code|state)=)[^\s"'&]+/gi,
  /\b(?:sk|pk|rk|skc|xox[a-z])[-_][\w-]{8,}/gi,
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
  // Anything long without a space that mixes letters and digits, as random strings do.
  /(?<![\w/-])(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{32,}/g,
]

/** Takes out of a text what it must not carry: the given secrets, and whatever looks like one. */
export const redact = (text: string, secrets: Iterable<string> = []): string => {
  let clean = text
  for (const known of secrets) {
    if (known.length >= shortestSecret) clean = clean.replaceAll(known, shown)
  }
  for (const pattern of patterns) clean = clean.replace(pattern, shown)
  return clean
}
