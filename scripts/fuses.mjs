/** Where in Electron's executable the fuses are: https://github.com/electron/fuses. */
export const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/** Positions of the fuses that we flip in version 1 of the fuse wire. */
export const fuse = { nodeCliInspect: 3, browserV8Snapshot: 6 }

const on = 0x31
const off = 0x30
const removed = 0x72

/** Sets fuses in the bytes of an Electron executable, in place. `wanted` is a list of [position, boolean]. */
export const setFuses = (executable, wanted) => {
  const sentinel = executable.indexOf(fuseSentinel)
  if (sentinel < 0) throw new Error('no fuses in this executable')
  const version = sentinel + fuseSentinel.length
  const wire = version + 2
  const length = executable[version + 1]
  for (const [position, value] of wanted) {
    if (position >= length || executable[wire + position] === removed) {
      throw new Error(`this executable has no fuse ${String(position)}`)
    }
    executable[wire + position] = value ? on : off
  }
}
