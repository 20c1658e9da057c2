import { statfs } from 'node:fs/promises'

/** How many bytes this process may still write on the disk that holds a folder. */
export const freeBytes = async (folder: string): Promise<number> => {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}
