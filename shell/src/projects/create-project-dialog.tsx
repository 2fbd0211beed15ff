import { Button, Dialog, faultsOf, Field, Form, Input, Refusal } from '@sonaqor/ui'
import { useState } from 'react'
import { useCreateProject } from './use-projects.ts'

export function CreateProjectDialog({ onClose }: { readonly onClose: () => void }) {
  const create = useCreateProject()
  const [name, setName] = useState('')
  const [description, setDescription] = useState('')
  const [asked, setAsked] = useState(false)

  const isNameless = name.trim() === ''
  const faults = faultsOf(create.error)
  const submit = () => {
    setAsked(true)
    if (isNameless) return
    create.mutate(
      { name: name.trim(), description: description.trim() || undefined },
      { onSuccess: onClose },
    )
  }

  return (
    <Dialog title="Create a project" onClose={onClose}>
      <Form
        onSubmit={submit}
        actions={
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button look="primary" type="submit" busy={create.isPending}>
              Create project
            </Button>
          </>
        }
      >
        <Field
          label="Name"
          error={asked && isNameless ? 'Give the project a name.' : faults['name']}
        >
          <Input value={name} maxLength={80} autoComplete="off" onChange={setName} />
        </Field>
        <Field label="Description" optional error={faults['description']}>
          <Input value={description} maxLength={300} autoComplete="off" onChange={setDescription} />
        </Field>
        <Refusal error={create.error} />
      </Form>
    </Dialog>
  )
}
