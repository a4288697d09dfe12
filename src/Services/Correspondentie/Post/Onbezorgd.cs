using MimeKit;

namespace WmoPlatform.Correspondentie.Post;

/// <summary>Reads a delivery status notification (RFC 3464): a mail server says that it could not deliver an e-mail.</summary>
public static class Onbezorgd
{
    /// <summary>
    /// The id of the verzending that did not arrive for good; null for every other message, such as one that says that it takes longer.
    /// </summary>
    public static Guid? Lees(MimeMessage bericht)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        if (bericht.Body is not MultipartReport rapport) return null;
        var mislukt = rapport.OfType<MessageDeliveryStatus>().SelectMany(status => status.StatusGroups)
            .Any(groep => "failed".Equals(groep["Action"]?.Trim(), StringComparison.OrdinalIgnoreCase));
        // The report brings the e-mail back, or its headers.
        return mislukt
            ? rapport.OfType<MessagePart>().Select(deel => Verzending(deel.Message?.MessageId)).FirstOrDefault(id => id is not null)
            : null;
    }

    /// <summary>Reads the id in a Message-ID that <see cref="Verzending.Berichtnaam"/> made.</summary>
    private static Guid? Verzending(string? berichtId)
    {
        var naam = berichtId?.Split('@')[0] ?? "";
        return Guid.TryParseExact(naam[(naam.LastIndexOf('.') + 1)..], "N", out var id) ? id : null;
    }
}
