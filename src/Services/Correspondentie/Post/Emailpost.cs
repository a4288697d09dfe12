using System.Net;
using System.Net.Mail;
using System.Text;
using Microsoft.Extensions.Options;

namespace WmoPlatform.Correspondentie.Post;

/// <summary>Sends e-mail over SMTP, or puts it as an .eml file into the pick-up folder.</summary>
public sealed class Emailpost(IOptions<Smtpopties> instellingen)
{
    private static readonly TimeSpan Geduld = TimeSpan.FromSeconds(20);
    private readonly Smtpopties _smtp = instellingen.Value;

    /// <summary>Returns when the server or the folder has it.</summary>
    /// <exception cref="AdresGeweigerd">This address will never do.</exception>
    public async Task Verzend(string kenmerk, string aan, string onderwerp, string tekst, CancellationToken annulering)
    {
        using var bericht = Maak(kenmerk, aan, onderwerp, tekst);
        if (!_smtp.HeeftServer)
        {
            await Ophaalmap.Leg(_smtp.Ophaalmap!, $"{kenmerk}.eml", async map =>
            {
                using var naarMap = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = map };
                await naarMap.SendMailAsync(bericht, annulering);
                return Directory.GetFiles(map).Single();
            });
            return;
        }
        using var geduld = CancellationTokenSource.CreateLinkedTokenSource(annulering);
        geduld.CancelAfter(Geduld);
        using var server = new SmtpClient(_smtp.Host, _smtp.Port) { EnableSsl = _smtp.Tls };
        if (!string.IsNullOrEmpty(_smtp.Gebruiker)) server.Credentials = new NetworkCredential(_smtp.Gebruiker, _smtp.Wachtwoord);
        try
        {
            await server.SendMailAsync(bericht, geduld.Token);
        }
        catch (SmtpException e) when (IsVoorgoed(e))
        {
            throw new AdresGeweigerd();
        }
    }

    private MailMessage Maak(string kenmerk, string aan, string onderwerp, string tekst)
    {
        if (!MailAddress.TryCreate(aan, out var ontvanger)) throw new AdresGeweigerd();
        var afzender = new MailAddress(_smtp.Afzender);
        var bericht = new MailMessage(afzender, ontvanger)
        {
            Subject = onderwerp,
            Body = tekst,
            SubjectEncoding = Encoding.UTF8,
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = System.Net.Mime.TransferEncoding.QuotedPrintable,
        };
        // The same at every try: a mailbox shows it once, should it have been sent just before a crash.
        bericht.Headers["Message-ID"] = $"<{kenmerk}@{afzender.Host}>";
        bericht.Headers["Auto-Submitted"] = "auto-generated";
        bericht.Headers["Content-Language"] = "nl";
        return bericht;
    }

    /// <summary>A 5xx about this recipient (RFC 5321). A 4xx, and anything about ourselves, may work later.</summary>
    private static bool IsVoorgoed(SmtpException fout) =>
        fout.StatusCode == SmtpStatusCode.TransactionFailed || (fout is SmtpFailedRecipientException && (int)fout.StatusCode is >= 500 and < 600);
}

/// <summary>The e-mail address will never do.</summary>
public sealed class AdresGeweigerd() : Exception("Het e-mailadres is geweigerd.");
