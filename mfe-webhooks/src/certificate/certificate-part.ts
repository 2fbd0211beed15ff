/** What most endpoints go without, in a part that comes after their details. */
export { CertificateSection } from './certificate-section.tsx'
export { RemoveCertificateDialog } from './remove-certificate-dialog.tsx'
