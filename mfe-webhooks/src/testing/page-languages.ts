import { languages as ofExports } from '@sonaqor/module/exports/texts'
import { languages as ofAttempts } from '../attempt/texts/index.ts'
import { languages as ofCertificates } from '../certificate/texts/index.ts'
import { languages as ofDeliveries } from '../deliveries/texts/index.ts'
import { languages as ofEndpoint } from '../endpoint/texts/index.ts'
import { languages as ofExport } from '../export/texts/index.ts'
import { languages as ofForm } from '../form/texts/index.ts'
import { languages as ofHealth } from '../health/texts/index.ts'
import { languages as ofInbox } from '../inbox/texts/index.ts'
import { languages as ofRecovery } from '../recover/texts/index.ts'
import { languages as ofSecrets } from '../secret/texts/index.ts'
import { languages } from '../texts/index.ts'
import { languages as ofTrials } from '../trial/texts/index.ts'

/** All that the module says, as its views name it. */
export const everyLanguage = [
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
  ofSecrets,
  ofTrials,
]
