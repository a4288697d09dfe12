using System.Net.Mail;
using System.Net.Sockets;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;
using SmtpClient = MailKit.Net.Smtp.SmtpClient;
using SmtpStatusCode = MailKit.Net.Smtp.SmtpStatusCode;

namespace WmoPlatform.Correspondentie.Post;

/// <summary>Sends e-mail over SMTP, or writes it as an .eml file into the pick-up folder.</summary>
public sealed class Emailpost(IOptions<Smtpopties> instellingen)
{
    private static readonly TimeSpan Geduld = TimeSpan.FromSeconds(20);

    private static readonly FormatOptions InMap = new() { NewLineFormat = NewLineFormat.Dos };

    private readonly Smtpopties _smtp = instellingen.Value;

    /// <summary>Sends one e-mail. It returns once the server or the folder has it.</summary>
    /// <exception cref="AdresGeweigerd">The address is refused for good.</exception>
    /// <exception cref="AfloopOnbekend">The server may have taken it.</exception>
    public async Task Verzend(Email email, CancellationToken annulering)
    {
        using var bericht = Maak(email);
        if (!_smtp.HeeftServer)
        {
            await Ophaalmap.Leg(_smtp.Ophaalmap!, $"{email.Bestandsnaam}.eml", async map =>
            {
                var bestand = Path.Combine(map, "bericht");
                await bericht.WriteToAsync(InMap, bestand, annulering);
                return bestand;
            });
            return;
        }
        using var geduld = CancellationTokenSource.CreateLinkedTokenSource(annulering);
        geduld.CancelAfter(Geduld);
        // Checking revocation would hold up all e-mail while a revocation list cannot be fetched.
        using var server = new SmtpClient { CheckCertificateRevocation = false };
        var beveiliging = _smtp.Tls ? SecureSocketOptions.StartTls : SecureSocketOptions.None;
        await server.ConnectAsync(_smtp.Host!, _smtp.Port, beveiliging, geduld.Token);
        if (!string.IsNullOrEmpty(_smtp.Gebruiker)) await server.AuthenticateAsync(_smtp.Gebruiker, _smtp.Wachtwoord ?? "", geduld.Token);
        try
        {
            await server.SendAsync(bericht, Retouradres(), [.. bericht.To.Mailboxes], geduld.Token);
        }
        catch (SmtpCommandException e)
        {
            // The server answered, so it did not take the e-mail.
            if (IsVoorgoed(e)) throw new AdresGeweigerd();
            throw;
        }
        catch (Exception e) when (e is IOException or SmtpProtocolException or OperationCanceledException or SocketException)
        {
            throw new AfloopOnbekend(e);
        }
        try
        {
            await server.DisconnectAsync(quit: true, geduld.Token);
        }
        catch (Exception e) when (e is IOException or SmtpProtocolException or SmtpCommandException or OperationCanceledException)
        {
            // The server has the e-mail. Taking leave adds nothing.
        }
    }

    private MailboxAddress Retouradres() => MailboxAddress.Parse(_smtp.Retouradres is { Length: > 0 } adres ? adres : _smtp.Afzender);

    private MimeMessage Maak(Email email)
    {
        if (!MailAddress.TryCreate(email.Aan, out var ontvanger)) throw new AdresGeweigerd();
        var afzender = new MailAddress(_smtp.Afzender);
        var bericht = new MimeMessage
        {
            // The same at every attempt: a mailbox shows an e-mail once, even when it was sent just before a crash.
            MessageId = $"{email.Berichtnaam}@{afzender.Host}",
            Subject = email.Onderwerp,
            Body = new TextPart("plain") { Text = email.Tekst, ContentTransferEncoding = ContentEncoding.QuotedPrintable },
        };
        bericht.From.Add(new MailboxAddress(afzender.DisplayName, afzender.Address));
        bericht.To.Add(new MailboxAddress(ontvanger.DisplayName, ontvanger.Address));
        bericht.Headers.Add("Auto-Submitted", "auto-generated");
        bericht.Headers.Add("Content-Language", "nl");
        return bericht;
    }

    /// <summary>
    /// Whether the server refuses this recipient for good: a 5xx (RFC 5321). A 4xx, and any fault of our own, may work later.
    /// </summary>
    private static bool IsVoorgoed(SmtpCommandException fout) =>
        fout.StatusCode == SmtpStatusCode.TransactionFailed
        || (fout.ErrorCode == SmtpErrorCode.RecipientNotAccepted && (int)fout.StatusCode is >= 500 and < 600);
}

/// <summary>An e-mail that can be sent.</summary>
/// <param name="Bestandsnaam">Its file name, without an extension.</param>
/// <param name="Berichtnaam">Its Message-ID before the <c>@</c>.</param>
/// <param name="Aan">The address.</param>
/// <param name="Onderwerp">The subject.</param>
/// <param name="Tekst">The text.</param>
public sealed record Email(string Bestandsnaam, string Berichtnaam, string Aan, string Onderwerp, string Tekst)
{
    /// <inheritdoc />
    public override string ToString() => Bestandsnaam;
}

/// <summary>The server refuses the e-mail address for good.</summary>
public sealed class AdresGeweigerd() : Exception("Het e-mailadres is geweigerd.");
