using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using RabbitMQ.Client;
using WmoPlatform.ServiceDefaults.Verbindingen;

namespace WmoPlatform.Messaging.Broker;

/// <summary>
/// TLS to the broker, when its address begins with amqps: the settings of <see cref="Certificaten"/> under <c>Broker</c>.
/// </summary>
internal sealed class BrokerTls
{
    public BrokerTls(IConfiguration configuration, Uri broker)
    {
        var tls = configuration.LeesTls("Broker", intrekking: false);
        Option = new SslOption(broker.IdnHost, enabled: broker.Scheme == "amqps")
        {
            Certs = tls.ClientCertificates,
            CheckCertificateRevocation = tls.CertificateRevocationCheckMode != X509RevocationMode.NoCheck,
            CertificateValidationCallback = (_, certificate, chain, errors) => tls.Keurt(certificate, chain, errors),
        };
    }

    public SslOption Option { get; }
}
