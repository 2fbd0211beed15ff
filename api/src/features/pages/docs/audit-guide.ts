import { html } from '../html.ts'
import { code, table, type DocsPage } from './layout.ts'

const fetched = `curl "$SONAQOR_URL/v1/audit/export" -H "Authorization: Bearer $TOKEN" -o export.jsonl
curl "$SONAQOR_URL/v1/audit/keys" -o jwks.json
curl "$SONAQOR_URL/docs/audit/verify-audit.mjs" -O`

const run = `node verify-audit.mjs export.jsonl --keys jwks.json --checkpoints checkpoints.jsonl

HOLDS   10482 entries of the tenant 0199f0a2-5d3a-7b41-8c77-0b6f2a1d9e43
        up to entry 10482, hash 5f70bf18a086007016e948b04aed3b82103a36be…
        214 of 214 checkpoints fit, and all are signed`

const signedFile = `curl "$SONAQOR_URL/v1/audit/keys" -o jwks.json
curl "$SONAQOR_URL/docs/audit/verify-file.mjs" -O
node verify-file.mjs access-review-2026-11-22.pdf access-review-2026-11-22.pdf.jws --keys jwks.json

HOLDS   the file is what was signed by Clara Osei at 2026-11-22T09:14:07.412Z
        review 0199f0a2-61c4-7d0f-9c55-2f7a0e8b1d36 of the tenant 0199f0a2-5d3a-7b41-8c77-0b6f2a1d9e43`

const formula = `previousHash of entry 1 = 64 zeros
previousHash of entry n = hash of entry n - 1
hash = SHA-256, in hex, of the canonical JSON (RFC 8785) of all other fields of the entry`

/** How a tenant verifies its audit log without believing us. */
export const auditGuide: DocsPage = {
  path: '/docs/audit',
  title: 'Verify the audit log',
  lead: 'Take the log away, and find by yourself whether a word of it was changed, put in or left out.',
  content: html`<p>
      Each entry of the log is bound to the one before it by a hash. Whoever changes one has to
      change all that came after it. Every hour with news the newest hash is signed: a checkpoint.
      Where your installation names a place outside for them (<code>AUDIT_CHECKPOINT_URL</code>),
      they are sent there, out of reach of whoever owns the database; the dashboard says of each
      whether it was.
    </p>
    <h2>With our verifier</h2>
    <ol>
      <li>
        Export the log without a filter, as a member who holds <code>audit:read</code>: from the
        dashboard, as a job (<a href="/docs/api/exports#exports.start">exports.start</a>) or at once
        (<a href="/docs/api/audit#audit.export">audit.export</a>). All three make the same file, as
        NDJSON or as CSV. Fetch the keys, best once and long before you need them.
        <a href="/docs/audit/verify-audit.mjs">The verifier</a> is one file to read and keep.
      </li>
      <li>
        Gather checkpoints: keep an answer of
        <a href="/docs/api/audit#audit.checkpoints">audit.checkpoints</a> every now and then, where
        we cannot reach it. If the place that checkpoints are sent to is yours, what arrived there
        will do: one JSON object on each line. One that you have kept proves what came before it.
      </li>
      <li>Run it with Node.js 20 or newer. It asks nobody and needs nothing else.</li>
    </ol>
    <p>
      <code>$TOKEN</code> is that of the <a href="/docs#sessions">session of a member</a>, and
      <code>$SONAQOR_URL</code> where you read this.
    </p>
    ${code(fetched, 'Fetch')} ${code(run, 'Verify')}
    <p>It answers with an exit code, for a script that does this every night.</p>
    ${table(
      ['Exit code', 'Verdict', 'Means'],
      [
        ['0', 'HOLDS', 'No field of any entry was changed, and none is missing.'],
        ['1', 'BROKEN', 'It says which entry is the first that does not hold, and why.'],
        [
          '2',
          'UNCLEAR',
          'A file is not what it should be, the export has a filter, or a checkpoint is younger than it.',
        ],
      ],
    )}
    <h2>With a program of your own</h2>
    <p>Everything that the verifier does follows from three lines.</p>
    ${code(formula, 'The chain')}
    <p>
      A checkpoint is a compact JWS (<code>EdDSA</code>, Ed25519) whose payload holds
      <code>tenant</code>, <code>sequence</code>, <code>head</code> and <code>at</code>: the entry
      with this sequence had this hash. Its key is named by <code>kid</code> in
      <a href="/docs/api/audit#audit.keys">audit.keys</a>.
    </p>
    <h2 id="files">A signed file</h2>
    <p>
      The PDF of an access review is signed with the same keys. Its signature is downloaded beside
      it (or read as <code>file.signature</code> of
      <a href="/docs/api/reviews#reviews.show">reviews.show</a>): a compact JWS over the SHA-256 of
      the file, the review, the tenant, and who signed it when.
      <a href="/docs/audit/verify-file.mjs">This verifier</a> asks nobody either, and answers with
      the same exit codes.
    </p>
    ${code(signedFile, 'Verify a file')}
    <h2>What it cannot tell</h2>
    <p>
      Without checkpoints, a chain that was written anew from some entry on hangs together, and a
      tail that was cut off leaves no trace. A checkpoint narrows that down to what came after it.
      Of what was signed after the file was asked for, the file knows nothing: export the log again.
      Of an export with a filter only each entry by itself can be checked (<code>--partial</code>).
    </p>`,
}
