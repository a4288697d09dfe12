using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using WmoPlatform.Messaging.Inbox;

namespace WmoPlatform.Ketenverkeer;

/// <summary>The cause of the message that is written now, in Dutch, for the register.</summary>
/// <param name="binnenkomst">A message that came in.</param>
/// <param name="gebeurtenis">An event of another service.</param>
/// <param name="http">Someone's action.</param>
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
