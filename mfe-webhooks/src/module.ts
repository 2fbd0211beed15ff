import { view } from '@sonaqor/module'
import { languages as ofExports } from '@sonaqor/module/exports/texts'
import { languages as ofAttempts } from './attempt/texts/index.ts'
import { languages as ofCertificates } from './certificate/texts/index.ts'
import { languages as ofDeliveries } from './deliveries/texts/index.ts'
import { languages as ofEndpoint } from './endpoint/texts/index.ts'
import { languages as ofExport } from './export/texts/index.ts'
import { languages as ofForm } from './form/texts/index.ts'
import { languages as ofHealth } from './health/texts/index.ts'
import { languages as ofInbox } from './inbox/texts/index.ts'
import { languages as ofRecovery } from './recover/texts/index.ts'
import { languages as ofSecrets } from './secret/texts/index.ts'
import { languages } from './texts/index.ts'
import { languages as ofTrials } from './trial/texts/index.ts'

export const endpoints = view(
  () => import('./list/endpoints-page.tsx'),
  languages,
  ofAttempts,
  ofCertificates,
  ofDeliveries,
  ofEndpoint,
  ofExport,
  ofExports,
  ofForm,
  ofHealth,
  ofInbox,
  ofRecovery,
  ofTrials,
)
export const deliveries = view(
  () => import('./deliveries/deliveries-page.tsx'),
  languages,
  ofAttempts,
  ofDeliveries,
  ofExport,
  ofExports,
)
export const health = view(() => import('./health/health-widget.tsx'), languages, ofHealth)
export const create = view(
  () => import('./form/create-endpoint-view.tsx'),
  languages,
  ofForm,
  ofSecrets,
)
export const secret = view(() => import('./secret/secret-view.tsx'), languages, ofSecrets)
export const certificate = view(
  () => import('./certificate/certificate-view.tsx'),
  languages,
  ofCertificates,
)
