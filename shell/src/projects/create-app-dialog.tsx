import { useModule } from '@sonaqor/module'
import {
  Button,
  Dialog,
  faultsOf,
  Field,
  Form,
  Input,
  RadioGroup,
  Refusal,
  Textarea,
  useText,
  useToast,
} from '@sonaqor/ui'
import { useState } from 'react'
import * as texts from '../texts/en.ts'
import { emptyDraft, faultsInDraft, newAppOf, type AppDraft } from './app-draft.ts'
import { useCreateApp, type ProjectHead } from './use-projects.ts'

export interface CreateAppDialogProps {
  readonly project: ProjectHead
  readonly onClose: () => void
}

/** A new app begins in the environment that is looked at. */
export function CreateAppDialog({ project, onClose }: CreateAppDialogProps) {
  const say = useText()
  const toast = useToast()
  const { environment } = useModule()
  const create = useCreateApp()
  const [draft, setDraft] = useState<AppDraft>({ ...emptyDraft, environment })
  const [asked, setAsked] = useState(false)
  const fill = (part: Partial<AppDraft>) => setDraft({ ...draft, ...part })

  const wrong = faultsInDraft(draft, say)
  const faults = asked ? { ...faultsOf(create.error, say), ...wrong } : {}
  const submit = () => {
    setAsked(true)
    if (Object.keys(wrong).length > 0) return
    create.mutate(newAppOf(draft, project.id), {
      onSuccess: (app) => {
        onClose()
        toast({
          title: say(texts.hasBeenCreated, { name: app.name }),
          detail: say(texts.appCreatedDetail),
          tone: 'success',
        })
      },
    })
  }

  return (
    <Dialog title={say(texts.createAnAppIn, { project: project.name })} onClose={onClose}>
      <Form
        onSubmit={submit}
        actions={
          <>
            <Button onClick={onClose}>{say(texts.cancel)}</Button>
            <Button look="primary" type="submit" busy={create.isPending}>
              {say(texts.createApp)}
            </Button>
          </>
        }
      >
        <Field label={say(texts.name)} error={faults['name']}>
          <Input
            value={draft.name}
            maxLength={80}
            autoComplete="off"
            onChange={(name) => fill({ name })}
          />
        </Field>
        <RadioGroup
          label={say(texts.environment)}
          hint={say(texts.environmentIsSettled)}
          error={faults['environment']}
          options={[
            { value: 'sandbox', label: say(texts.sandbox), hint: say(texts.sandboxHint) },
            { value: 'production', label: say(texts.production), hint: say(texts.productionHint) },
          ]}
          value={draft.environment}
          onChange={(chosen) => fill({ environment: chosen })}
        />
        <Field
          label={say(texts.origins)}
          optional
          hint={say(texts.originsToWrite)}
          error={faults['origins']}
        >
          <Textarea
            value={draft.origins}
            placeholder="https://portal.example.com"
            spellCheck={false}
            onChange={(origins) => fill({ origins })}
          />
        </Field>
        <Refusal error={create.error} />
      </Form>
    </Dialog>
  )
}
