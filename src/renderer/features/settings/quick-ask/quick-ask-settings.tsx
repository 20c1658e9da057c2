import type { ReactNode } from 'react'
import type { AppState } from '../../../../contract/app-state'
import { t } from '../../../../language/words'
import { Banner } from '../../../ui/banner'
import { Button } from '../../../ui/button'
import { OtherWays } from './other-ways'
import { keysText, ShortcutRecorder } from './shortcut-recorder'

type QuickAskSettingsProps = {
  readonly shortcut: AppState['quickAskShortcut']
  readonly onRecord: (accelerator: string) => void
}

const Conflict = ({ shortcut, onRecord }: QuickAskSettingsProps): ReactNode => {
  const { accelerator, registered, refused } = shortcut
  if (registered && refused === undefined) return null
  const keys = keysText(accelerator)
  return (
    <Banner
      tone="problem"
      announce
      actions={
        <Button
          size="small"
          onPress={() => {
            onRecord(refused ?? accelerator)
          }}
        >
          {t('quickAsk.shortcut.again')}
        </Button>
      }
    >
      {refused === undefined
        ? t('quickAsk.shortcut.taken', { keys })
        : t('quickAsk.shortcut.refused', { keys, refused: keysText(refused) })}
    </Banner>
  )
}

/** How quick ask is opened: by a shortcut, and in other ways where no app can have one. */
export const QuickAskSettings = (props: QuickAskSettingsProps): ReactNode => {
  const { shortcut, onRecord } = props
  if (shortcut.wayland) return <OtherWays command={shortcut.command} />
  return (
    <>
      <ShortcutRecorder accelerator={shortcut.accelerator} onRecord={onRecord} />
      <Conflict {...props} />
    </>
  )
}
