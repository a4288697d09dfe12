using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using WmoPlatform.Messaging.Inbox;

namespace WmoPlatform.Ketenverkeer;

/// <summary>The cause of the message that is being written, in Dutch, for the register.</summary>
/// <param name="binnenkomst">The chain message that is being handled, if any.</param>
/// <param name="gebeurtenis">The event of another service that is being handled, if any.</param>
/// <param name="http">The request of a user, if any.</param>
public sealed class Aanleiding(Binnenkomst binnenkomst, ReceivedMessage gebeurtenis, IHttpContextAccessor http)
{
    /// <summary>For instance "gebeurtenis BeschikkingBekendgemaakt" or "bericht WMO305 T0000000001".</summary>
    public string Nu() =>
        binnenkomst.Bericht is { } bericht ? $"bericht {bericht}"
        : gebeurtenis.Name is { } naam ? $"gebeurtenis {naam}"
        : http.HttpContext?.GetEndpoint()?.Metadata.GetMetadata<IEndpointSummaryMetadata>() is { } handeling
            ? $"handeling: {handeling.Summary}"
        : "een termijn die verstreek";
}
