const shapes: readonly RegExp[] = [/\bBearer\s+[^\s"',;]+/gi, /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g]
const replacement = '[removed]'

/**
 * Takes the given secrets, and whatever looks like a bearer token, out of another side's words.
 * Those words reach the screen, the activity list and the log.
 */
export const redactSecrets = (text: string, secrets: readonly string[]): string => {
  const known = secrets.filter((secret) => secret.length >= 4)
  const withoutKnown = known.reduce((rest, secret) => rest.replaceAll(secret, replacement), text)
  return shapes.reduce((rest, shape) => rest.replace(shape, replacement), withoutKnown)
}
