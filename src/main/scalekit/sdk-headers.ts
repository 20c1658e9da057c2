/**
 * What the SDK's own clients say about themselves. The environment answers by API version, and the generated
 * code belongs to this one; a test compares both with the installed SDK.
 */
export const sdkHeaders = {
  'user-agent': `Scalekit-Node/2.11.0 Node/${process.version} (${process.platform})`,
  'x-sdk-version': 'Scalekit-Node/2.11.0',
  'x-api-version': '20260727',
} as const
