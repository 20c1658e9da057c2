import { Archive, FileUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { t } from '../../../language/words'
import { useActions } from '../../app/use-app'
import { ActionMenu, type MenuPlace } from '../../ui/action-menu'

type ListMenuProps = { readonly place: MenuPlace; readonly onArchived: () => void; readonly onClose: () => void }

/** What can be done with the whole list. */
export const ListMenu = ({ place, onArchived, onClose }: ListMenuProps): ReactNode => {
  const actions = useActions()
  return (
    <ActionMenu
      label={t('threadList.more')}
      place={place}
      groups={[
        [{ id: 'archived', label: t('threadList.showArchived'), icon: Archive, onChoose: onArchived }],
        [{ id: 'import', label: t('transfer.import'), icon: FileUp, onChoose: actions.importThread }],
      ]}
      onClose={onClose}
    />
  )
}
