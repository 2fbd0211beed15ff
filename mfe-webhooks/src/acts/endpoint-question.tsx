import { useParts } from '@sonaqor/module'
import { useText, useToast } from '@sonaqor/ui'
import * as common from '../texts/en.ts'
import { DeleteEndpointDialog } from './delete-endpoint-dialog.tsx'
import { EndOldSecretDialog } from './end-old-secret-dialog.tsx'
import type { Asked } from './endpoint-acts.ts'

export interface EndpointQuestionProps extends Asked {
  readonly onDeleted: () => void
  readonly onClose: () => void
}

/** What stands before an act. Forms come when they are asked for, and not before. */
export function EndpointQuestion(props: EndpointQuestionProps) {
  const { question, endpoint, onDeleted, onClose } = props
  if (question === 'delete') {
    return <DeleteEndpointDialog of={endpoint} onDeleted={onDeleted} onClose={onClose} />
  }
  if (question === 'end-old-secret') return <EndOldSecretDialog of={endpoint} onClose={onClose} />
  if (question === 'edit') return <Editing {...props} />
  if (question === 'remove-certificate') return <RemovingCertificate {...props} />
  return <Recovering {...props} />
}

function useMissed(onClose: () => void) {
  const say = useText()
  const show = useToast()
  return () => {
    onClose()
    show({ tone: 'danger', title: say(common.notOpened), detail: say(common.notOpenedBecause) })
  }
}

function Editing({ endpoint, onClose }: EndpointQuestionProps) {
  const { parts } = useParts(() => import('../form/form-part.ts'), true, useMissed(onClose))
  return parts && <parts.EditEndpointDialog of={endpoint} onClose={onClose} />
}

const certificatePart = () => import('../certificate/certificate-part.ts')

function RemovingCertificate({ endpoint, onClose }: EndpointQuestionProps) {
  const { parts } = useParts(certificatePart, true, useMissed(onClose))
  return parts && <parts.RemoveCertificateDialog of={endpoint} onClose={onClose} />
}

function Recovering({ question, endpoint, onClose }: EndpointQuestionProps) {
  const { parts } = useParts(() => import('../recover/recover-part.ts'), true, useMissed(onClose))
  if (!parts) return null
  const Dialog = question === 'replay' ? parts.ReplayDialog : parts.RetryFailedDialog
  return <Dialog of={endpoint} onClose={onClose} />
}
