/** How a receiver lets in nobody but us: who issues what to whom, and who asks for it. */
import { exportedKey } from '../samples/call.ts'

export const issuing = `openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -noenc \\
  -days 3650 -subj "/CN=CA of our receivers" -keyout ca.key -out ca.pem

openssl req -x509 -CA ca.pem -CAkey ca.key -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -noenc \\
  -days 365 -subj "/CN=sonaqor" -addext basicConstraints=critical,CA:FALSE \\
  -addext extendedKeyUsage=clientAuth -keyout sonaqor.key -out sonaqor.pem`

export const setting = (url: string) => `${exportedKey}
jq -n --rawfile certificate sonaqor.pem --rawfile privateKey sonaqor.key '$ARGS.named' |
  curl -X PUT ${url}/v1/webhooks/endpoints/$ENDPOINT_ID/certificate \\
    -H "Authorization: Bearer $SONAQOR_API_KEY" \\
    -H "Content-Type: application/json" \\
    -d @-`

export const nginx = `server {
  listen 443 ssl;
  server_name hooks.shop.example;
  ssl_certificate /etc/ssl/hooks.pem;
  ssl_certificate_key /etc/ssl/hooks.key;

  ssl_client_certificate /etc/ssl/ca.pem;
  ssl_verify_client on;

  location /webhooks {
    proxy_pass http://127.0.0.1:8080;
  }
}`

export const serving = `import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'

const server = createServer({
  cert: readFileSync('hooks.pem'),
  key: readFileSync('hooks.key'),
  ca: readFileSync('ca.pem'),
  requestCert: true,
  rejectUnauthorized: true,
})
server.on('request', (request, reply) => {
  const { CN } = request.socket.getPeerCertificate().subject
  reply.writeHead(CN === 'sonaqor' ? 204 : 403).end()
})
server.listen(8443)`
