import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { fromRightToLeft } from '../testing/from-right-to-left.tsx'
import { StepUpDialog, type StepUpAnswer } from './step-up-dialog.tsx'

const nothing = () => undefined

export default {
  title: 'UI/Step-up dialog',
  component: StepUpDialog,
  args: {
    purpose: 'reveal what is masked of this customer',
    account: 'ada@example.com',
    onClose: nothing,
    onSubmit: () => new Promise<StepUpAnswer>(nothing),
    wordsOf: () => 'The request got no answer. Check the connection and try again.',
  },
} satisfies Meta<typeof StepUpDialog>

type Story = StoryObj<typeof StepUpDialog>

/** Types a password as a person does, past React's own notion of the value, and presses Enter. */
async function confirm(canvas: HTMLElement) {
  const field = canvas.querySelector<HTMLInputElement>('input[type="password"]')
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
  set?.call(field, 'a password of this story')
  field?.dispatchEvent(new Event('input', { bubbles: true }))
  canvas.querySelector<HTMLButtonElement>('button[type="submit"]')?.click()
  await new Promise((done) => setTimeout(done, 60))
}

function confirmed(answer: () => Promise<StepUpAnswer>): Story {
  return { args: { onSubmit: answer }, play: ({ canvasElement }) => confirm(canvasElement) }
}

export const Asking: Story = {}
export const Busy = confirmed(() => new Promise(nothing))
export const Wrong = confirmed(() => Promise.resolve({ status: 'wrong', triesLeft: 3 }))
export const Unanswered = confirmed(() => Promise.reject(new Error('offline')))
export const Locked: Story = { args: { lockedUntil: '2199-01-01T12:15:00Z' } }

export const FromRightToLeft: Story = {
  decorators: [fromRightToLeft],
  args: { purpose: 'كشف بيانات هذا العميل', lockedUntil: '2199-01-01T12:15:00Z' },
}
