using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;
using MimeKit;

namespace WmoPlatform.Correspondentie.Post;

/// <summary>
/// A mailbox that is read over IMAP. A message that was offered and is for a person gets a keyword of our own, so that it does not matter
/// whether a person has opened it. A server without keywords marks it as read.
/// </summary>
public sealed class Imapbus(Imapopties opties, ILogger<Imapbus> log) : IRetourbus
{
    private const string Gezien = "WmoGezien";

    /// <summary>A report with the headers of an e-mail is some kilobytes. A larger message is no report.</summary>
    private const uint Grootst = 1024 * 1024;

    private static readonly TimeSpan Geduld = TimeSpan.FromMinutes(1);

    public async Task Leeg(Func<MimeMessage, Task<Retourlot>> neem, CancellationToken annulering)
    {
        ArgumentNullException.ThrowIfNull(neem);
        // Checking revocation would hold up all of it while a revocation list cannot be fetched.
        using var server = new ImapClient { CheckCertificateRevocation = false, Timeout = (int)Geduld.TotalMilliseconds };
        var beveiliging = opties.Tls ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.None;
        await server.ConnectAsync(opties.Host!, opties.Port, beveiliging, annulering);
        await server.AuthenticateAsync(opties.Gebruiker, opties.Wachtwoord, annulering);
        var map = await server.GetFolderAsync(opties.Map, annulering);
        await map.OpenAsync(FolderAccess.ReadWrite, annulering);
        var kentWoorden = map.PermanentFlags.HasFlag(MessageFlags.UserDefined);
        var nieuw = (await map.SearchAsync(kentWoorden ? SearchQuery.NotKeyword(Gezien) : SearchQuery.NotSeen, annulering)).ToArray();
        // In any order, so that one on which the connection breaks is not the first of every round.
        Random.Shared.Shuffle(nieuw);
        foreach (var uid in nieuw)
        {
            var lot = await Lot(map, uid, neem, annulering);
            if (lot == Retourlot.Later) continue;
            var vlaggen = lot == Retourlot.Weg ? MessageFlags.Deleted : kentWoorden ? MessageFlags.None : MessageFlags.Seen;
            await map.StoreAsync(
                uid, new StoreFlagsRequest(StoreAction.Add, vlaggen, kentWoorden ? [Gezien] : []) { Silent = true }, annulering);
        }
        await map.CloseAsync(expunge: true, annulering);
        await server.DisconnectAsync(quit: true, annulering);
    }

    private async Task<Retourlot> Lot(IMailFolder map, UniqueId uid, Func<MimeMessage, Task<Retourlot>> neem, CancellationToken annulering)
    {
        using var geduld = CancellationTokenSource.CreateLinkedTokenSource(annulering);
        geduld.CancelAfter(Geduld);
        try
        {
            var vraag = new FetchRequest(MessageSummaryItems.UniqueId | MessageSummaryItems.Size);
            if ((await map.FetchAsync([uid], vraag, geduld.Token)).FirstOrDefault()?.Size > Grootst) return Retourlot.Bewaren;
            using var bericht = await map.GetMessageAsync(uid, geduld.Token);
            return await neem(bericht);
        }
        catch (Exception e) when (e is FormatException or ImapCommandException or MessageNotFoundException)
        {
            // The server cannot give it, or it is no e-mail.
            return Retourlot.Bewaren;
        }
        catch (Exception e) when (
            e is not (ImapProtocolException or IOException or ServiceNotConnectedException or OperationCanceledException))
        {
            log.LogWarning("Een teruggekomen bericht is niet verwerkt ({Fout}); later opnieuw.", e.GetType().Name);
            return Retourlot.Later;
        }
    }
}
