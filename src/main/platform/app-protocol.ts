import { readFile } from 'node:fs/promises'
import { protocol, type Session } from 'electron'
import { appScheme, findAppFile, listAppFiles, type AppFile } from './app-files'
import { contentSecurityPolicy } from './content-security-policy'

/** Declares the scheme of our own pages. Must run before the app is ready. */
export const declareAppScheme = (): void => {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, codeCache: true } },
  ])
}

const serve = async (file: AppFile): Promise<Response> =>
  new Response(new Uint8Array(await readFile(file.path)), {
    headers: {
      'content-type': file.contentType,
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    },
  })

/** Serves the renderer's built files, and only those, to the windows of a session. */
export const serveAppFiles = (session: Session, root: string): void => {
  const files = listAppFiles(root)
  session.protocol.handle(appScheme, async (request) => {
    const file = request.method === 'GET' ? findAppFile(files, request.url) : undefined
    return file === undefined ? new Response(null, { status: 404 }) : await serve(file)
  })
}
