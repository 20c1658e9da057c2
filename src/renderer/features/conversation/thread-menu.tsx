import { Archive, ArchiveRestore, Braces, Copy, FileDown, PencilLine, Pin, PinOff, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Thread } from '../../../contract/conversation'
import { t } from '../../../language/words'
import { useActions } from '../../app/use-app'
import { useShortcut } from '../../commands/use-shortcut'
import { isMac } from '../../keyboard/is-mac'
import { shortcutKeys } from '../../keyboard/shortcut-keys'
import { ActionMenu, type MenuAction, type MenuPlace } from '../../ui/action-menu'
import { shownTitle } from './thread-row'

type ThreadMenuProps = {
  readonly thread: Thread
  readonly place: MenuPlace
  readonly onRename: () => void
  readonly onClose: () => void
}

/** Everything that can be done with a thread. */
export const ThreadMenu = ({ thread, place, onRename, onClose }: ThreadMenuProps): ReactNode => {
  const actions = useActions()
  const renameKeys = useShortcut('rename-thread')
  const { id } = thread
  const pinned = thread.pinned === true
  const archived = thread.archived === true
  const keeping: readonly MenuAction[] = [
    {
      id: 'rename',
      label: t('threadList.rename'),
      icon: PencilLine,
      ...(renameKeys === null ? {} : { keys: shortcutKeys(renameKeys, isMac).join('+') }),
      onChoose: onRename,
    },
    {
      id: 'pin',
      label: pinned ? t('threadList.unpin') : t('threadList.pin'),
      icon: pinned ? PinOff : Pin,
      onChoose: () => {
        actions.pinThread(id, !pinned)
      },
    },
    {
      id: 'archive',
      label: archived ? t('threadList.unarchive') : t('threadList.archive'),
      icon: archived ? ArchiveRestore : Archive,
      onChoose: () => {
        actions.archiveThread(id, !archived)
      },
    },
  ]
  const taking: readonly MenuAction[] = [
    {
      id: 'copy',
      label: t('transfer.copy'),
      icon: Copy,
      onChoose: () => {
        actions.copyThread(id)
      },
    },
    {
      id: 'export-markdown',
      label: t('transfer.exportMarkdown'),
      icon: FileDown,
      onChoose: () => {
        actions.exportThread(id, 'markdown')
      },
    },
    {
      id: 'export-json',
      label: t('transfer.exportJson'),
      icon: Braces,
      onChoose: () => {
        actions.exportThread(id, 'json')
      },
    },
  ]
  const removing: readonly MenuAction[] = [
    {
      id: 'delete',
      label: t('threadList.delete'),
      icon: Trash2,
      keys: 'Del',
      tone: 'danger',
      onChoose: () => {
        actions.deleteThread(id)
      },
    },
  ]
  return (
    <ActionMenu
      label={t('threadList.options', { title: shownTitle(thread.title) })}
      place={place}
      groups={[keeping, taking, removing]}
      onClose={onClose}
    />
  )
}
