import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { useState } from 'react'
import { Button } from '../button/button.tsx'
import { Input } from '../field/controls.tsx'
import { Field } from '../field/field.tsx'
import { Form } from '../field/form.tsx'
import { fromRightToLeft } from '../testing/from-right-to-left.tsx'
import { AskDialog } from './ask-dialog.tsx'
import { Dialog } from './dialog.tsx'

export default { title: 'UI/Dialog', component: Dialog } satisfies Meta<typeof Dialog>

type Story = StoryObj<typeof Dialog>

const nothing = () => undefined

export const Confirmation: Story = {
  render: function Confirmation() {
    const [open, setOpen] = useState(true)
    const close = () => setOpen(false)
    return (
      <div style={{ padding: 24 }}>
        <Button onClick={() => setOpen(true)}>Revoke</Button>
        {open && (
          <Dialog
            title="Revoke “Checkout server”?"
            onClose={close}
            actions={
              <>
                <Button onClick={close}>Keep it</Button>
                <Button look="danger" onClick={close}>
                  Revoke key
                </Button>
              </>
            }
          >
            <p>Requests with this key are refused from the next one on. This cannot be undone.</p>
          </Dialog>
        )}
      </div>
    )
  },
}

export const WithForm: Story = {
  render: function WithForm() {
    const [name, setName] = useState('')
    return (
      <Dialog title="Create a project" onClose={nothing}>
        <Form
          onSubmit={nothing}
          actions={
            <>
              <Button>Cancel</Button>
              <Button look="primary" type="submit">
                Create project
              </Button>
            </>
          }
        >
          <Field label="Name" hint="What your team calls it.">
            <Input value={name} onChange={setName} />
          </Field>
        </Form>
      </Dialog>
    )
  },
}

/** Somebody has pressed Escape with something written. */
export const Asked: Story = {
  render: () => (
    <Dialog
      title="Create a project"
      onClose={nothing}
      leaving={{
        question: 'Discard what you have entered?',
        leave: 'Discard',
        stay: 'Keep editing',
      }}
    >
      <Form
        onSubmit={nothing}
        actions={
          <Button look="primary" type="submit">
            Create project
          </Button>
        }
      >
        <Field label="Name">
          <Input value="Loyalty" onChange={nothing} />
        </Field>
      </Form>
    </Dialog>
  ),
  play: ({ canvasElement }) => {
    const dialog = canvasElement.querySelector('dialog')
    dialog?.dispatchEvent(new Event('cancel', { cancelable: true }))
  },
}

export const FromRightToLeft: Story = {
  decorators: [fromRightToLeft],
  render: () => (
    <Dialog
      title="إلغاء «خادم الدفع»؟"
      onClose={nothing}
      actions={
        <>
          <Button>الإبقاء عليه</Button>
          <Button look="danger">إلغاء المفتاح</Button>
        </>
      }
    >
      <p>تُرفض طلبات هذا المفتاح بدءًا من الطلب التالي. لا يمكن التراجع عن ذلك.</p>
    </Dialog>
  ),
}

/** Before an act; the last attempt at it did not take place. */
export const BeforeAnAct: Story = {
  render: () => (
    <AskDialog
      title="Suspend Dana Whitlock?"
      verb="Suspend"
      isBusy={false}
      error={new TypeError('offline')}
      onDo={nothing}
      onClose={nothing}
    >
      <p>Their sessions end at once. The keys that they issued go on.</p>
    </AskDialog>
  ),
}
