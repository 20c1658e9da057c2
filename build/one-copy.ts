import type { Plugin } from 'vite'

// Both forms would be loaded: the SDK's generated code requires one, everything else imports the other.
const protobuf = /^@bufbuild\/protobuf(\/|$)/

// Three releases of the same list of file types; only extensions are looked up in it.
const fileTypes = /\/node_modules\/(?:koa|type-is)\/node_modules\/mime-db\//

/** Bundles one copy of what the packages of main bring along several times. */
export const oneCopy = (): Plugin => ({
  name: 'one-copy',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    if (!protobuf.test(source) && !source.endsWith('db.json') && source !== 'mime-db') return null
    const found = await this.resolve(source, importer, { ...options, skipSelf: true })
    if (found === null) return null
    const id = found.id
      .replace('/@bufbuild/protobuf/dist/cjs/', '/@bufbuild/protobuf/dist/esm/')
      .replace(fileTypes, '/node_modules/mime-db/')
    return id === found.id ? found : { id }
  },
})
