import { useModule } from '@sonaqor/module'
import {
  Button,
  Dialog,
  faultsOf,
  Field,
  Form,
  Input,
  Refusal,
  useText,
  useToast,
} from '@sonaqor/ui'
import { useState } from 'react'
import * as texts from './texts/en.ts'
import { leavingIn } from './leaving-in.ts'
import { useCreateProject } from './use-projects.ts'

export function CreateProjectDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useText()
  const toast = useToast()
  const { project: only, navigate } = useModule()
  const create = useCreateProject()
  const [name, setName] = useState('')
  const [description, setDescription] = useState('')
  const [asked, setAsked] = useState(false)

  const isNameless = name.trim() === ''
  const faults = faultsOf(create.error, say)
  const submit = () => {
    setAsked(true)
    if (isNameless) return
    create.mutate(
      { name: name.trim(), description: description.trim() || undefined },
      {
        onSuccess: (project) => {
          onClose()
          toast({
            title: say(texts.hasBeenCreated, { name: project.name }),
            detail: say(only ? texts.projectCreatedElsewhere : texts.projectCreatedDetail),
            tone: 'success',
          })
          // Where one project is looked at alone, the new one would be out of sight.
          if (only) navigate('home.projects', { project: project.id })
        },
      },
    )
  }

  return (
    <Dialog
      title={say(texts.createAProject)}
      onClose={onClose}
      leaving={name.trim() || description.trim() ? leavingIn(say) : undefined}
    >
      <Form
        onSubmit={submit}
        actions={
          <>
            <Button onClick={onClose}>{say(texts.cancel)}</Button>
            <Button look="primary" type="submit" busy={create.isPending}>
              {say(texts.createProject)}
            </Button>
          </>
        }
      >
        <Field
          label={say(texts.name)}
          error={asked && isNameless ? say(texts.projectNeedsName) : faults['name']}
        >
          <Input value={name} maxLength={80} autoComplete="off" onChange={setName} />
        </Field>
        <Field label={say(texts.description)} optional error={faults['description']}>
          <Input value={description} maxLength={300} autoComplete="off" onChange={setDescription} />
        </Field>
        <Refusal error={create.error} />
      </Form>
    </Dialog>
  )
}
