import { AlertDialog } from '@base-ui/react/alert-dialog'
import { CSPProvider } from '@base-ui/react/csp-provider'
import type { ReactNode } from 'react'
import { Button } from './button'

type QuestionDialogProps = {
  readonly title: string
  readonly children: ReactNode
  readonly yes: string
  readonly no: string
  readonly tone?: 'primary' | 'danger'
  readonly onAnswer: (yes: boolean) => void
}

/** A question that has to be answered before anything else. Escape means no. */
export const QuestionDialog = ({
  title,
  children,
  yes,
  no,
  tone = 'primary',
  onAnswer,
}: QuestionDialogProps): ReactNode => (
  <CSPProvider disableStyleElements>
    <AlertDialog.Root
      open
      onOpenChange={(open) => {
        if (!open) onAnswer(false)
      }}
    >
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="fixed inset-0 z-40 bg-[oklch(0.15_0.01_170/0.38)] fade" />
        <AlertDialog.Popup className="fade fixed top-1/2 left-1/2 z-50 grid max-h-[calc(100dvh-2rem)] w-[min(27rem,calc(100vw-2rem))] -translate-1/2 gap-2.5 overflow-y-auto rounded-xl border border-line bg-surface p-5 shadow-high">
          <AlertDialog.Title className="text-lg font-semibold tracking-tight">{title}</AlertDialog.Title>
          <AlertDialog.Description render={<div />} className="text-sm text-muted select-text">
            {children}
          </AlertDialog.Description>
          <div className="mt-2.5 flex flex-wrap justify-end gap-2">
            <Button
              onPress={() => {
                onAnswer(false)
              }}
            >
              {no}
            </Button>
            <Button
              tone={tone}
              onPress={() => {
                onAnswer(true)
              }}
            >
              {yes}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  </CSPProvider>
)
