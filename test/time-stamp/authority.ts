/** A time-stamp authority of our own: certificates made when asked, and answers that hold, or are wrong in one way. */
import {
  createHash,
  createPrivateKey,
  type KeyObject,
  randomBytes,
  sign,
  webcrypto,
  X509Certificate,
} from 'node:crypto'
import {
  Attribute,
  CertificateChoices,
  CertificateSet,
  ContentInfo,
  DigestAlgorithmIdentifiers,
  EncapsulatedContent,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  id_signedData,
  SignedData,
  SignerIdentifier,
  SignerInfo,
  SignerInfos,
} from '@peculiar/asn1-cms'
import { AsnConvert, OctetString } from '@peculiar/asn1-schema'
import {
  id_ct_tstInfo,
  PKIStatusInfo,
  TimeStampReq,
  TimeStampResp,
  TimeStampToken,
  TSTInfo,
  TSTInfoVersion,
} from '@peculiar/asn1-tsp'
import { AlgorithmIdentifier, Certificate } from '@peculiar/asn1-x509'
import 'reflect-metadata'
import * as x509 from '@peculiar/x509'

x509.cryptoProvider.set(webcrypto as Crypto)
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const SHA256 = new AlgorithmIdentifier({ algorithm: '2.16.840.1.101.3.4.2.1' })
const ECDSA = new AlgorithmIdentifier({ algorithm: '1.2.840.10045.4.3.2' })

export type Authority = {
  /** What is believed of it. */
  readonly root: X509Certificate
  readonly rootPem: string
  /** Request in, answer out, with this time in it. */
  readonly answer: (request: Uint8Array, at: Date) => Uint8Array<ArrayBuffer>
}

const keys = (): Promise<CryptoKeyPair> =>
  webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']) as Promise<CryptoKeyPair>
const derOf = (der: ArrayBuffer): Uint8Array => new Uint8Array(der)
const octets = (bytes: Uint8Array): ArrayBuffer =>
  AsnConvert.serialize(new OctetString(Uint8Array.from(bytes)))
/** Length of what follows, for the short things that are put together by hand. */
const tagged = (tag: number, ...parts: readonly Uint8Array[]): Uint8Array => {
  const body = Buffer.concat(parts)
  const length = body.length < 128 ? [body.length] : [0x81, body.length]
  return Uint8Array.from([tag, ...length, ...body])
}

export async function authority({
  until = '2099-01-01',
  purpose = x509.ExtendedKeyUsage.timeStamping as string,
} = {}): Promise<Authority> {
  const [rootKeys, ownKeys] = await Promise.all([keys(), keys()])
  const lasts = { notBefore: new Date('2020-01-01'), notAfter: new Date('2099-01-01') }
  const root = await x509.X509CertificateGenerator.createSelfSigned({
    ...{ serialNumber: '01', name: 'CN=Example root', keys: rootKeys, signingAlgorithm: ALGORITHM, ...lasts },
    extensions: [new x509.BasicConstraintsExtension(true, undefined, true)],
  })
  const own = await x509.X509CertificateGenerator.create({
    ...{ serialNumber: '02', subject: 'CN=Example time stamps', issuer: root.subject },
    ...{ publicKey: ownKeys.publicKey, signingKey: rootKeys.privateKey, signingAlgorithm: ALGORITHM },
    ...{ notBefore: lasts.notBefore, notAfter: new Date(until) },
    extensions: [new x509.ExtendedKeyUsageExtension([purpose], true)],
  })
  const key = createPrivateKey({
    ...{ key: Buffer.from(await webcrypto.subtle.exportKey('pkcs8', ownKeys.privateKey)), format: 'der' },
    type: 'pkcs8',
  })
  return {
    root: new X509Certificate(Buffer.from(root.rawData)),
    rootPem: root.toString('pem'),
    answer: (request, at) => answered(AsnConvert.parse(request, TimeStampReq), at, derOf(own.rawData), key),
  }
}

function answered(request: TimeStampReq, at: Date, own: Uint8Array, key: KeyObject): Uint8Array<ArrayBuffer> {
  const certificate = AsnConvert.parse(own, Certificate)
  const info = new TSTInfo({
    ...{ version: TSTInfoVersion.v1, policy: '1.2.3.4.1', messageImprint: request.messageImprint },
    ...{ serialNumber: Uint8Array.from(randomBytes(8).fill(1, 0, 1)).buffer, genTime: at },
    ...(request.nonce && { nonce: request.nonce }),
  })
  const content = derOf(AsnConvert.serialize(info))
  // SigningCertificateV2 with SHA-256, the default hash: three sequences around the hash.
  const named = tagged(
    0x30,
    tagged(0x30, tagged(0x30, derOf(octets(createHash('sha256').update(own).digest())))),
  )
  const attribute = (attrType: string, value: Uint8Array): Attribute =>
    new Attribute({ attrType, attrValues: [Uint8Array.from(value).buffer] })
  const signedAttrs = [
    attribute('1.2.840.113549.1.9.3', Buffer.from('060b2a864886f70d0109100104', 'hex')),
    attribute('1.2.840.113549.1.9.4', derOf(octets(createHash('sha256').update(content).digest()))),
    attribute('1.2.840.113549.1.9.16.2.47', named),
  ]
  const set = tagged(0x31, ...signedAttrs.map((one) => derOf(AsnConvert.serialize(one))))
  const signer = new SignerInfo({
    version: 1,
    sid: new SignerIdentifier({
      issuerAndSerialNumber: new IssuerAndSerialNumber({
        issuer: certificate.tbsCertificate.issuer,
        serialNumber: certificate.tbsCertificate.serialNumber,
      }),
    }),
    ...{ digestAlgorithm: SHA256, signatureAlgorithm: ECDSA, signedAttrs },
    signature: new OctetString(Uint8Array.from(sign('sha256', set, key))),
  })
  const signed = new SignedData({
    ...{ version: 3, digestAlgorithms: new DigestAlgorithmIdentifiers([SHA256]) },
    encapContentInfo: new EncapsulatedContentInfo({
      eContentType: id_ct_tstInfo,
      eContent: new EncapsulatedContent({ single: new OctetString(Uint8Array.from(content)) }),
    }),
    certificates: new CertificateSet([new CertificateChoices({ certificate })]),
    signerInfos: new SignerInfos([signer]),
  })
  const token = new ContentInfo({ contentType: id_signedData, content: AsnConvert.serialize(signed) })
  const response = new TimeStampResp({
    status: new PKIStatusInfo({ status: 0 }),
    timeStampToken: AsnConvert.parse(AsnConvert.serialize(token), TimeStampToken),
  })
  return new Uint8Array(AsnConvert.serialize(response))
}
