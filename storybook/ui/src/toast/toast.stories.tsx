import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { useEffect } from 'react'
import { Button } from '../button/button.tsx'
import { Dialog } from '../dialog/dialog.tsx'
import { fromRightToLeft } from '../testing/from-right-to-left.tsx'
import { useToast, type Toast } from './toasts.tsx'

export default { title: 'UI/Toast' } satisfies Meta

interface SayProps {
  readonly toasts: readonly Toast[]
}

/** Says it all at once when it is drawn, and again when it is asked to. */
function Say({ toasts }: SayProps) {
  const show = useToast()
  useEffect(() => {
    const drops = toasts.map((toast) => show(toast))
    return () => {
      for (const drop of drops) drop()
    }
  }, [show, toasts])
  return (
    <div style={{ padding: 24 }}>
      <Button onClick={() => toasts.map((toast) => show(toast))}>Say it again</Button>
    </div>
  )
}

const nothing = () => undefined

const undoable: readonly Toast[] = [
  { title: 'Endpoint paused', detail: 'Its events wait for it.', tone: 'success', onUndo: nothing },
]

const many: readonly Toast[] = [
  { title: 'This one had to go, for there are never more than three' },
  { title: 'Report is ready' },
  ...undoable,
  {
    title: 'Die Benachrichtigungseinstellungen wurden nicht gespeichert',
    detail:
      'Ihre Anfrage wurde nicht beantwortet. Prüfen Sie die Verbindung und versuchen Sie es erneut.',
    tone: 'danger',
    onUndo: nothing,
  },
]

export const WithUndo: StoryObj = { render: () => <Say toasts={undoable} /> }

export const ThreeAtMost: StoryObj = { render: () => <Say toasts={many} /> }

/** What lies below a dialog is out of reach, so that the toast comes up to it. */
export const OverADialog: StoryObj = {
  render: () => (
    <Dialog title="Endpoint" onClose={nothing}>
      <Say toasts={undoable} />
    </Dialog>
  ),
}

const arabic: readonly Toast[] = [
  {
    title: 'أُوقفت نقطة الاستقبال',
    detail: 'تنتظرها أحداثها.',
    tone: 'success',
    onUndo: nothing,
  },
]

export const FromRightToLeft: StoryObj = {
  decorators: [fromRightToLeft],
  render: () => <Say toasts={arabic} />,
}
